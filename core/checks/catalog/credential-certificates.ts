import type { Complete, Credentials } from '../../model';
import { describeApplication, getOwn, policyOf, withDefaults } from '../../model';
import { type Check, error } from './check';

type Certificate = NonNullable<Credentials['certificates']>[number];

const PARTS: Readonly<Record<Complete<'MtlsPolicy'>['registered'], readonly (keyof Certificate)[]>> = {
  subject: ['subject'],
  thumbprint: ['sha256'],
  'subject-and-thumbprint': ['subject', 'sha256'],
};

/** An application that calls an API with an mTLS policy has a client certificate registered as the policy wants it. */
export const credentialCertificates: Check = {
  code: 'credential-certificates',
  *find({ catalog, subscriptions }) {
    const told = new Set<string>();
    for (const { application, api, environments } of subscriptions) {
      const policy = api && policyOf(catalog, api.value, 'mtls');
      if (!api || !policy) continue;
      const parts = PARTS[withDefaults('MtlsPolicy', policy.value).registered];
      for (const { name: environment } of environments) {
        const certificates = getOwn(application.value.credentials, environment)?.certificates ?? [];
        const id = `${application.id} ${environment} ${policy.name}`;
        if (told.has(id) || certificates.some((one) => parts.every((part) => one[part] !== undefined))) continue;
        told.add(id);
        const path = ['credentials', environment];
        yield error(
          certificates.length === 0 ? application.at(path, 'key') : application.at([...path, 'certificates']),
          `${describeApplication(application)} has no client certificate with ${parts.join(' and ')} for environment '${environment}', but mtls policy '${policy.name}' of api '${api.name}' asks for one`,
          `add it under credentials.${environment}.certificates with ${parts.map((part) => `\`${part}\``).join(' and ')}`,
        );
      }
    }
  },
};
