import { describeApplication, readSubject } from '../../model';
import { type Check, warning } from './check';

/** The subject of a certificate is written so that it shows in which order the certificate has its parts. */
export const subjectOrder: Check = {
  code: 'subject-order',
  *find({ catalog }) {
    for (const application of catalog.applications.values()) {
      for (const [environment, { certificates = [] }] of Object.entries(application.value.credentials ?? {})) {
        for (const [index, { subject }] of certificates.entries()) {
          const read = subject === undefined ? undefined : readSubject(subject);
          if (!read?.ok || !read.doubt) continue;
          const { taken, other } = read.doubt;
          yield warning(
            application.at(['credentials', environment, 'certificates', index, 'subject']),
            `subject of certificate ${index + 1} of ${describeApplication(application)} is taken for '${taken}', but a program may have printed it so for '${other}'`,
            `write the one that \`openssl x509 -noout -subject -nameopt compat -in FILE\` prints: a certificate with the other is refused`,
          );
        }
      }
    }
  },
};
