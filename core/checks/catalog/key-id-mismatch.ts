import { publicKey } from '../../model';
import { type DocumentCheck, found } from '../check';
import { labelOf } from './shared/approvals';

export const keyIdMismatch: DocumentCheck<'Application', 'key-id-mismatch'> = {
  code: 'key-id-mismatch',
  severity: 'warning',
  per: 'document',
  kinds: ['Application'],
  summary: "The `kid` of an application's JWK is not the RFC 7638 thumbprint of the key.",
  rationale:
    'the `kid` has no effect: the gateway finds the key of a token that a partner signs by its thumbprint, which the header of the token must have as `kid`',
  fix: 'Remove `kid`, or write the thumbprint.',
  waivable: true,
  examples: {
    avoid: `kind: Application
partner: initech
name: portal
credentials:
  sandbox:
    keys:
      - jwk: { kty: OKP, crv: Ed25519, kid: portal-2026, x: 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo }
`,
    prefer: `kind: Application
partner: initech
name: portal
credentials:
  sandbox:
    keys:
      - jwk: { kty: OKP, crv: Ed25519, x: 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo }
`,
  },
  *find(application) {
    for (const [environment, { keys = [] }] of Object.entries(application.value.credentials ?? {})) {
      for (const [index, source] of keys.entries()) {
        const key = publicKey(source);
        const kid = 'jwk' in source ? source.jwk.kid : undefined;
        if (!key.ok || kid === undefined || kid === key.thumbprint) continue;
        yield found(
          application.at(['credentials', environment, 'keys', index, 'jwk', 'kid']),
          `\`kid\` of key ${index + 1} of ${labelOf(application)} for environment '${environment}' has no effect: tokens refer to the key by its RFC 7638 thumbprint`,
          `remove it, or write \`kid: ${key.thumbprint}\`, which the partner must use as 'kid' in the headers of its tokens`,
        );
      }
    }
  },
};
