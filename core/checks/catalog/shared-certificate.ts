import type { ApplicationEntry } from '../../model';
import { type CertificateRegistration, describeApplication, registeredCertificate } from '../../model';
import { type Check, found } from '../check';

interface Registration {
  readonly application: ApplicationEntry;
  readonly environment: string;
  readonly index: number;
  readonly certificate: CertificateRegistration;
}

export const sharedCertificate: Check<'shared-certificate'> = {
  code: 'shared-certificate',
  severity: 'error',
  per: 'catalog',
  summary:
    'A client certificate is registered for two applications of an environment, or twice for one. A subject is registered twice, and one of the entries has no thumbprint.',
  rationale: 'the gateway could not tell which of the applications is calling',
  fix: 'Give each application its own certificate. If certificates share a subject, add the `sha256` of each.',
  waivable: false,
  examples: {
    avoid: `kind: Application
partner: acme-bank
name: checkout
credentials:
  sandbox:
    certificates:
      - sha256: '1111111111111111111111111111111111111111111111111111111111111111'
---
kind: Application
partner: initech
name: portal
credentials:
  sandbox:
    certificates:
      - sha256: '1111111111111111111111111111111111111111111111111111111111111111'
`,
    prefer: `kind: Application
partner: acme-bank
name: checkout
credentials:
  sandbox:
    certificates:
      - sha256: '1111111111111111111111111111111111111111111111111111111111111111'
---
kind: Application
partner: initech
name: portal
credentials:
  sandbox:
    certificates:
      - sha256: '3333333333333333333333333333333333333333333333333333333333333333'
`,
  },
  *find({ catalog }) {
    const byThumbprint = new Map<string, Registration>();
    const bySubject = new Map<string, Registration>();
    /** The first entry of a subject without a thumbprint, which accepts every certificate with that subject. */
    const bySubjectOnly = new Map<string, Registration>();
    for (const one of registrations(catalog.applications.values())) {
      if (!catalog.environments.has(one.environment)) continue;
      const { subject, sha256 } = registeredCertificate(one.certificate);
      const subjectId = subject === undefined ? undefined : `${one.environment} ${subject}`;
      const byHash = sha256 === undefined ? undefined : claim(byThumbprint, `${one.environment} ${sha256}`, one);
      const bySame = subjectId === undefined ? undefined : claim(bySubject, subjectId, one);
      const withoutHash = subjectId === undefined ? undefined : bySubjectOnly.get(subjectId);
      if (subjectId !== undefined && sha256 === undefined && !withoutHash) bySubjectOnly.set(subjectId, one);
      const other = byHash ?? (sha256 === undefined ? bySame : withoutHash);
      if (other && (byHash || other.application !== one.application)) yield duplicate(one, other, byHash !== undefined);
    }
  },
};

function duplicate({ application, environment, index }: Registration, other: Registration, byHash: boolean) {
  const field = byHash ? 'sha256' : 'subject';
  const same = other.application === application;
  const label = `certificate ${index + 1} of ${describeApplication(application)} for environment '${environment}'`;
  return found(
    application.at(['credentials', environment, 'certificates', index, field]),
    same
      ? `${label} is listed twice`
      : `${label} has the same ${field} as a certificate of ${describeApplication(other.application)}`,
    same
      ? 'remove one of them'
      : byHash
        ? 'the certificate identifies the caller: give each application its own'
        : 'give each application its own subject, or add the `sha256` of each certificate',
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
