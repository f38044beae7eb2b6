import { describeCertificateProblem } from '../../model';
import { type DocumentCheck, found } from '../check';
import { clientCasOf } from './shared/client-cas';
import { clientCaExample } from './shared/example-certificates';

export const invalidClientCa: DocumentCheck<'Environment', 'invalid-client-ca'> = {
  code: 'invalid-client-ca',
  severity: 'error',
  per: 'document',
  kinds: ['Environment'],
  summary:
    'A client CA has an invalid certificate, one that is not the certificate of a CA, or that of another client CA.',
  rationale: 'the gateway would refuse the certificate, or could not verify any client certificate with it',
  fix: 'Write the certificate of the CA that issues the client certificates, as one complete PEM block.',
  waivable: false,
  examples: {
    avoid: clientCaExample('client'),
    prefer: clientCaExample('valid'),
  },
  *find(environment) {
    const first = new Map<string, string>();
    for (const { name, label, certificate, at } of clientCasOf(environment)) {
      if (!certificate.ok) {
        yield found(
          at,
          `${label} ${describeCertificateProblem(certificate)}`,
          "write the certificate of the CA that issues the client certificates, as one complete PEM block 'CERTIFICATE'",
        );
        continue;
      }
      const other = first.get(certificate.sha256);
      if (other === undefined) first.set(certificate.sha256, `'${name}' (${at.file}:${at.line})`);
      else yield found(at, `${label} is also the certificate of client CA ${other}`, 'remove one of them');
    }
  },
};
