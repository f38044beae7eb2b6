import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { shardOf } from '../../core/desired';
import { catalogOfFiles, type Files, programmeFiles } from '../support/programme';
import { resourcesOf, stacksOf } from '../support/synthesis';

/** Similar names, for which a careless join would be ambiguous. */
const name = fc.stringMatching(/^[ab][ab1]?(-[ab1]{1,2}){0,2}$/);
const names = (most: number) => fc.uniqueArray(name, { minLength: 1, maxLength: most });

interface Partners {
  readonly [partner: string]: readonly string[];
}

const partners: fc.Arbitrary<Partners> = fc.dictionary(name, names(4), {
  minKeys: 1,
  maxKeys: 6,
  noNullPrototype: true,
});

/** The programme with partners whose applications all call one API. */
function programmeWith(from: Partners, title = 'Title'): Files {
  const documents = Object.entries(from).map(([partner, applications]) =>
    JSON.stringify({
      kind: 'Partner',
      name: partner,
      title,
      type: 'developer',
      organization: { name: partner, country: 'ES' },
      owner: 'operations',
      contacts: [{ role: 'technical', email: 'a@b.example' }],
      contract: { template: 'standard', version: '1.0.0', accepted: { on: '2026-01-01', by: 'a@b.example' } },
      approval: { status: 'approved', on: '2026-01-01', by: 'a@b.example' },
      applications: applications.map((application) => ({
        name: application,
        title: application,
        credentials: {
          sandbox: {
            clientId: `${partner}.${application}`,
            certificates: [{ sha256: createHash('sha256').update(`${partner}.${application}`).digest('hex') }],
          },
        },
        subscriptions: [
          {
            api: 'sim-swap',
            tier: 'paid',
            scopes: ['sim-swap:check'],
            purpose: 'dpv:FraudPreventionAndDetection',
            legalBasis: 'dpv:LegitimateInterest',
          },
        ],
      })),
    }),
  );
  return { ...programmeFiles(), 'generated.yaml': documents.join('\n---\n') };
}

const sandbox = (files: Files) => stacksOf(catalogOfFiles(files), { environments: ['sandbox'] });

describe('for any names', () => {
  test('every application has its own consumer and entry, and ids and addresses are unique', () => {
    fc.assert(
      fc.property(partners, (from) => {
        const all = [...resourcesOf(sandbox(programmeWith(from)))];
        const count = (type: string) => all.filter(([address]) => address.includes(`/kong-gateway_${type}.`)).length;
        const existing = [...resourcesOf(sandbox(programmeFiles()))];
        const before = (type: string) =>
          existing.filter(([address]) => address.includes(`/kong-gateway_${type}.`)).length;
        const applications = Object.values(from).flat().length;
        expect(count('consumer')).toBe(before('consumer') + applications);
        expect(count('acl')).toBe(before('acl') + applications);
        const ids = all.map(([, { id }]) => id).filter((id) => id !== undefined);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 12 },
    );
  });

  test('a change of one partner only changes the file of its shard', () => {
    fc.assert(
      fc.property(partners, fc.nat(), (from, index) => {
        const partner = Object.keys(from)[index % Object.keys(from).length] ?? '';
        const before = sandbox(programmeWith(from));
        const after = sandbox(programmeWith({ ...from, [partner]: [...(from[partner] ?? []), 'one-more'] }));
        const differ = Object.keys(before).filter(
          (stack) => JSON.stringify(before[stack]) !== JSON.stringify(after[stack]),
        );
        expect(differ).toEqual([`sandbox_partners_${shardOf(partner, 3)}`]);
      }),
      { numRuns: 12 },
    );
  });

  test('a change without effect on the gateway does not change any file', () => {
    fc.assert(
      fc.property(partners, fc.stringMatching(/^[ -~]{1,30}$/), (from, title) => {
        expect(sandbox(programmeWith(from, title))).toEqual(sandbox(programmeWith(from)));
      }),
      { numRuns: 10 },
    );
  });
});
