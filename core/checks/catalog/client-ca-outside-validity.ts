import { type DocumentCheck, found } from '../check';
import { clientCasOf } from './shared/client-cas';
import { clientCaExample } from './shared/example-certificates';

export const clientCaOutsideValidity: DocumentCheck<'Environment', 'client-ca-outside-validity'> = {
  code: 'client-ca-outside-validity',
  severity: 'warning',
  per: 'document',
  kinds: ['Environment'],
  summary: 'The certificate of a client CA has expired, or is not valid yet.',
  rationale: 'the gateway refuses every client certificate of that CA',
  fix: "Add the CA's new certificate next to the expired one, and remove the expired one once no partner needs it.",
  waivable: true,
  examples: {
    avoid: clientCaExample('expired'),
    prefer: clientCaExample('valid'),
  },
  *find(environment, { asOf }) {
    const seen = new Set<string>();
    for (const { label, certificate, at } of clientCasOf(environment)) {
      if (!certificate.ok || seen.has(certificate.sha256)) continue;
      seen.add(certificate.sha256);
      if (certificate.until < asOf) {
        yield found(
          at,
          `${label} expired on ${certificate.until}`,
          "add the CA's new certificate next to it, then remove it",
        );
      } else if (asOf < certificate.from) {
        yield found(
          at,
          `${label} is not valid before ${certificate.from}: until then, the gateway refuses client certificates of that CA`,
          'keep the previous certificate next to it until then',
        );
      }
    }
  },
};
