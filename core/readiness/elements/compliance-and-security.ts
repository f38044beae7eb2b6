import { type Criterion, contactFor, everyOne, teamFor } from '../criterion';
import type { Element } from './element';

const securityTeam: Criterion = {
  id: 'security-team',
  title: 'a team that is responsible for security',
  write: '`roles.security` in the Programme',
  find: teamFor('security'),
};

const privacyTeam: Criterion = {
  id: 'privacy-team',
  title: 'a team that is responsible for privacy',
  write: '`roles.privacy` in the Programme',
  find: teamFor('privacy'),
};

const legalTeam: Criterion = {
  id: 'legal-team',
  title: 'a team that is responsible for contracts',
  write: '`roles.legal` in the Programme',
  find: teamFor('legal'),
};

const securityContact: Criterion = {
  id: 'security-contact',
  title: 'a contact for security',
  write: '`contacts` with the role `security` in the Programme',
  find: contactFor('security'),
};

const privacyContact: Criterion = {
  id: 'privacy-contact',
  title: 'a contact for privacy',
  write: '`contacts` with the role `privacy` in the Programme',
  find: contactFor('privacy'),
};

/** Personal data is processed for agreed purposes only. */
export const consent: Criterion = {
  id: 'consent',
  title: 'a consent policy for every API in production with personal data',
  write: '`policies.consent` in the Api',
  find: ({ productionApis }) => {
    const affected = productionApis.filter(({ value }) => value.personalData);
    return {
      ...everyOne(affected, ({ policies }) => policies.consent !== undefined, ['policies', 'consent']),
      ...(affected.length === 0 && { notNeeded: 'no API in production handles personal data' }),
    };
  },
};

const mutualTls: Criterion = {
  id: 'mutual-tls',
  title: 'client certificates for every critical API in production',
  write: '`policies.mtls` in the Api',
  find: ({ productionApis }) => {
    const critical = productionApis.filter(({ value }) => value.criticality === 'critical');
    return {
      ...everyOne(critical, ({ policies }) => policies.mtls !== undefined, ['policies', 'mtls']),
      ...(critical.length === 0 && { notNeeded: 'no API in production is critical' }),
    };
  },
};

const audit: Criterion = {
  id: 'audit',
  title: 'audit records of every API in production',
  write: '`policies.audit` in the Api',
  find: ({ productionApis }) =>
    everyOne(productionApis, ({ policies }) => policies.audit !== undefined, ['policies', 'audit']),
};

const responsibilities: Criterion = {
  id: 'responsibilities',
  title: 'a responsibility matrix in every contract that partners can accept',
  write: '`responsibilities` in the version of the ContractTemplate',
  find: ({ contractVersions }) => {
    const origins = (has: boolean) =>
      contractVersions
        .filter(({ value }) => (value.responsibilities !== undefined) === has)
        .map(({ origin }) => origin);
    return {
      places: origins(true).map(({ document, path }) => ({ document, path: [...path, 'responsibilities'] })),
      lacking: origins(false),
    };
  },
};

/** What protects users, the operator and its partners. */
export const complianceAndSecurity: Element = {
  id: 'compliance-and-security',
  title: 'Compliance and security',
  criteria: [
    securityTeam,
    privacyTeam,
    legalTeam,
    securityContact,
    privacyContact,
    consent,
    mutualTls,
    audit,
    responsibilities,
  ],
};
