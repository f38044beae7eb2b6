import type { ApplicationEntry } from '../../model';
import { type CertificateRegistration, describeApplication, registeredCertificate } from '../../model';
import { type Check, error } from './check';

interface Registration {
  readonly application: ApplicationEntry;
  readonly environment: string;
  readonly index: number;
  readonly certificate: CertificateRegistration;
}

/**
 * In an environment, a client certificate belongs to one application. A subject may stand in two where each names its
 * certificate by thumbprint as well.
 */
export const sharedCertificate: Check = {
  code: 'shared-certificate',
  *find({ catalog }) {
    const byThumbprint = new Map<string, Registration>();
    const bySubject = new Map<string, Registration>();
    /** The first entry for a subject that has no thumbprint; it would let every certificate of that subject in. */
    const bySubjectAlone = new Map<string, Registration>();
    for (const one of registrations(catalog.applications.values())) {
      if (!catalog.environments.has(one.environment)) continue;
      const { subject, sha256 } = registeredCertificate(one.certificate);
      const subjectId = subject === undefined ? undefined : `${one.environment} ${subject}`;
      const byHash = sha256 === undefined ? undefined : claim(byThumbprint, `${one.environment} ${sha256}`, one);
      const bySame = subjectId === undefined ? undefined : claim(bySubject, subjectId, one);
      const alone = subjectId === undefined ? undefined : bySubjectAlone.get(subjectId);
      if (subjectId !== undefined && sha256 === undefined && !alone) bySubjectAlone.set(subjectId, one);
      const other = byHash ?? (sha256 === undefined ? bySame : alone);
      if (other && (byHash || other.application !== one.application)) yield duplicate(one, other, byHash !== undefined);
    }
  },
};

function duplicate({ application, environment, index }: Registration, other: Registration, byHash: boolean) {
  const part = byHash ? 'sha256' : 'subject';
  const same = other.application === application;
  const whose = `certificate ${index + 1} of ${describeApplication(application)} for environment '${environment}'`;
  return error(
    application.at(['credentials', environment, 'certificates', index, part]),
    same
      ? `${whose} stands there twice`
      : `${whose} has the ${part} of one of ${describeApplication(other.application)}`,
    same
      ? 'take one out'
      : byHash
        ? 'a certificate tells who calls: let each application have its own'
        : 'give each application a subject of its own, or add the `sha256` of each certificate',
  );
}

function claim(owners: Map<string, Registration>, id: string, one: Registration): Registration | undefined {
  const other = owners.get(id);
  if (!other) owners.set(id, one);
  return other;
}

function* registrations(applications: Iterable<ApplicationEntry>): Iterable<Registration> {
  for (const application of applications) {
    for (const [environment, { certificates = [] }] of Object.entries(application.value.credentials ?? {})) {
      for (const [index, certificate] of certificates.entries()) yield { application, environment, index, certificate };
    }
  }
}
