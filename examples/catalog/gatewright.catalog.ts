/**
 * The commercial part of a catalog in TypeScript: the Programme, a contract template and use cases. In a catalog that `gatewright init`
 * has created, this file replaces `programme.yaml` and `contracts/standard.yaml`; everything else stays in YAML.
 */
import { defineContractTemplate, defineProgramme, defineUseCase } from 'gatewright/model';

export const programme = defineProgramme({
  name: 'northwind',
  title: 'Northwind Open Network',
  format: 1,
  operator: { name: 'Northwind Telecom S.A.', country: 'ES' },
  purpose: 'Partners build safer sign-ins and better coverage maps on our network.',
  contacts: [{ role: 'business', email: 'partners@northwind.example' }],
  currency: 'EUR',
  languages: ['en'],
  roles: { 'partner-management': 'api-platform', platform: 'api-platform' },
  requirements: {
    certification: {
      title: 'Certified application',
      proof: 'Report of the certification of the application in the sandbox.',
      confirmedBy: 'partner-management',
      validFor: '2 years',
    },
  },
  levels: { certified: { title: 'Certified partner', rank: 1, requires: ['certification'] } },
  targets: [{ by: '2027-12-31', activePartners: 10 }],
});

export const standard = defineContractTemplate({
  name: 'standard',
  title: 'Standard contract',
  versions: {
    '1.0.0': {
      effective: '2026-01-01',
      texts: {
        en: {
          file: './contracts/standard-1.0.0.en.md',
          // As `sha256sum` prints it; a text that changes is a new version.
          sha256: '20fead3a23c965dc39b7cce676dd9ab55a4f49fbe4e71f435671cbcf31bd7012',
        },
      },
      notice: { price: '60 days', deprecation: '12 months', termination: '3 months' },
      responsibilities: {
        'consent-capture': 'partner',
        'user-information': 'partner',
        'credential-custody': 'partner',
        'incident-notification': 'operator',
      },
    },
  },
});

/** One use case for each kind of shop: TypeScript saves repeating what they share. */
export const useCases = ['parcels', 'groceries'].map((goods) =>
  defineUseCase({
    name: `deliver-${goods}`,
    title: `Deliver ${goods} where there is coverage`,
    problem: `Couriers lose the connection while they deliver ${goods}, and customers wait at the door.`,
    stage: 'pilot',
    owner: 'api-platform',
    apis: ['coverage'],
    partners: [{ partner: 'acme', anchor: true }],
  }),
);
