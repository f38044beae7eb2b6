import type { Complete, Credentials } from '../../model';
import { describeApplication, getOwn, policyOf, withDefaults } from '../../model';
import { type Check, found } from '../check';

type Certificate = NonNullable<Credentials['certificates']>[number];

const FIELDS: Readonly<Record<Complete<'MtlsPolicy'>['registered'], readonly (keyof Certificate)[]>> = {
  subject: ['subject'],
  thumbprint: ['sha256'],
  'subject-and-thumbprint': ['subject', 'sha256'],
};

export const missingCertificate: Check<'missing-certificate'> = {
  code: 'missing-certificate',
  severity: 'error',
  per: 'application',
  summary:
    'An application subscribes to an API with an mTLS policy, but has registered no client certificate with the fields that the policy compares.',
  rationale: 'the gateway would refuse every call of the application to the API',
  fix: 'Register a certificate with the `subject`, the thumbprint (`sha256`) or both, depending on `registered` of the mTLS policy.',
  waivable: false,
  examples: {
    avoid: {
      documents: `kind: Application
partner: initech
name: portal
credentials:
  sandbox:
    certificates:
      - subject: CN=portal.initech.example
---
kind: MtlsPolicy
name: registered-certificate
registered: thumbprint
`,
    },
    prefer: `kind: Application
partner: initech
name: portal
credentials:
  sandbox:
    certificates:
      - subject: CN=portal.initech.example
        sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
---
kind: MtlsPolicy
name: registered-certificate
registered: thumbprint
`,
  },
  *find(application, { catalog, subscriptionsOf }) {
    const reported = new Set<string>();
    for (const { api, environments } of subscriptionsOf(application.id)) {
      const policy = api && policyOf(catalog, api.value, 'mtls');
      if (!api || !policy) continue;
      const fields = FIELDS[withDefaults('MtlsPolicy', policy.value).registered];
      for (const { name: environment } of environments) {
        const certificates = getOwn(application.value.credentials, environment)?.certificates ?? [];
        const id = `${environment} ${policy.name}`;
        if (reported.has(id) || certificates.some((one) => fields.every((field) => one[field] !== undefined))) continue;
        reported.add(id);
        const path = ['credentials', environment];
        yield found(
          certificates.length === 0 ? application.at(path, 'key') : application.at([...path, 'certificates']),
          `${describeApplication(application)} has no client certificate with ${fields.join(' and ')} for environment '${environment}', but mtls policy '${policy.name}' of api '${api.name}' requires one`,
          `add it under credentials.${environment}.certificates with ${fields.map((field) => `\`${field}\``).join(' and ')}`,
        );
      }
    }
  },
};
