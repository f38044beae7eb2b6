import { unusedConsentField } from '../../model';
import { type DocumentCheck, found } from '../check';

export const unusedConsentSetting: DocumentCheck<'ConsentPolicy', 'unused-consent-setting'> = {
  code: 'unused-consent-setting',
  severity: 'error',
  per: 'document',
  kinds: ['ConsentPolicy'],
  summary:
    'A consent policy has a setting that its `source` does not use: `authorization` with `consent-info`, or `otherwise` with `operator`.',
  rationale: 'the setting has no effect, so consent is not asked for where the author of the policy expects it',
  fix: 'Remove the setting, or change `source`.',
  details:
    "A Consent Info API is called with the caller's own token. Credentials for the operator's endpoint belong in `otherwise`.",
  waivable: false,
  examples: {
    avoid: `kind: ConsentPolicy
name: fraud-prevention
userContext: three-legged
live:
  source: consent-info
  authorization: '{vault://env/consent}'
`,
    prefer: `kind: ConsentPolicy
name: fraud-prevention
userContext: three-legged
live:
  source: consent-info
`,
  },
  *find(policy) {
    const field = policy.value.live && unusedConsentField(policy.value.live);
    if (field === 'authorization') {
      yield found(
        policy.at(['live', 'authorization']),
        `consent policy '${policy.name}' has \`authorization\` for a Consent Info API, which is called with the caller's own token`,
        "remove `authorization`, or move it to `live.otherwise` with the operator's endpoint for tokens that cannot be used to ask for consent",
      );
    } else if (field === 'otherwise') {
      yield found(
        policy.at(['live', 'otherwise'], 'key'),
        `consent policy '${policy.name}' always asks the operator's endpoint for consent, so its \`otherwise\` is never used`,
        'write `source: consent-info` with the address of that API in `urls`, or remove `otherwise`',
      );
    }
  },
};
