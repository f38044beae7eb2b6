import { describeApplication, readSubject } from '../../model';
import { type Check, found } from '../check';

export const ambiguousSubjectOrder: Check<'ambiguous-subject-order'> = {
  code: 'ambiguous-subject-order',
  severity: 'warning',
  per: 'application',
  summary:
    'The subject of a certificate is written in a form that does not show the order of its parts, so the usual order is assumed: country first, common name last.',
  rationale: 'the order is part of the name: a certificate with the other order is rejected',
  fix: 'Write the subject with slashes, as `openssl x509 -noout -subject -nameopt compat -in FILE` prints it.',
  details: '[Subjects of client certificates](mtls-subjects.md) lists the accepted spellings.',
  waivable: true,
  examples: {
    avoid: `kind: Application
partner: initech
name: portal
credentials:
  sandbox:
    certificates:
      - subject: CN=portal, O=Initech
        sha256: '3333333333333333333333333333333333333333333333333333333333333333'
`,
    prefer: `kind: Application
partner: initech
name: portal
credentials:
  sandbox:
    certificates:
      - subject: /O=Initech/CN=portal
        sha256: '3333333333333333333333333333333333333333333333333333333333333333'
`,
  },
  *find(application) {
    for (const [environment, { certificates = [] }] of Object.entries(application.value.credentials ?? {})) {
      for (const [index, { subject }] of certificates.entries()) {
        const read = subject === undefined ? undefined : readSubject(subject);
        if (!read?.ok || !read.ambiguity) continue;
        const { assumed, other } = read.ambiguity;
        yield found(
          application.at(['credentials', environment, 'certificates', index, 'subject']),
          `subject of certificate ${index + 1} of ${describeApplication(application)} is read as '${assumed}', but could also mean '${other}'`,
          'write it as `openssl x509 -noout -subject -nameopt compat -in FILE` prints it; a certificate with the other order is rejected',
        );
      }
    }
  },
};
