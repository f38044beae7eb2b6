import { shardOf } from '../../core/desired';
import { catalogOfFiles, edited, type Files, programmeFiles } from '../support/programme';
import { resourcesOf, stacksOf } from '../support/synthesis';

const SHARDS = 8;

/** The programme with generated partners, each with one application and one subscription. */
function withPartners(count: number): Files {
  const partner = (index: number) => `kind: Partner
name: generated-${index}
title: Generated ${index}
type: technology
organization: { name: Generated ${index}, country: ES }
owner: operations
contacts: [{ role: technical, email: api@generated-${index}.example }]
contract: { template: standard, version: 1.0.0, accepted: { on: 2026-01-01, by: legal@generated.example } }
approval: { status: approved, on: 2026-01-02, by: operations@operator.example }
applications:
  - name: app
    title: App
    credentials:
      sandbox: { clientId: client-${index}, certificates: [{ sha256: '${index.toString(16).padStart(64, '0')}' }] }
    subscriptions:
      - { api: sim-swap, tier: ${index % 2 === 0 ? 'paid' : 'free'}, scopes: ['sim-swap:check'], purpose: dpv:FraudPreventionAndDetection, legalBasis: dpv:LegitimateInterest }
`;
  const files = edited(programmeFiles(), ['environments.yaml', 'shards: 3', `shards: ${SHARDS}`]);
  const partners = Array.from({ length: count }, (_, index) => [`generated/${index}.yaml`, partner(index)]);
  return { ...files, ...Object.fromEntries(partners) };
}

const sandbox = (files: Files) => stacksOf(catalogOfFiles(files), { environments: ['sandbox'] });
const countIn = (stacks: ReturnType<typeof sandbox>) =>
  [...resourcesOf(stacks).keys()].filter((address) => address.includes('_partners_')).length;

describe('a population of 1,000 partners', () => {
  const files = withPartners(1000);
  const stacks = sandbox(files);

  test('is written as plain blocks, two for each partner', () => {
    const [none, some] = [0, 100].map((count) => countIn(sandbox(withPartners(count))));
    expect(some).toBe((none ?? 0) + 200);
    expect(countIn(stacks)).toBe((none ?? 0) + 2000);
    expect(JSON.stringify(stacks)).not.toContain('for_each');
  });

  test('does not add plugins', () => {
    const others = (all: ReturnType<typeof sandbox>) =>
      Object.entries(all).filter(([name]) => !name.includes('_partners_'));
    expect(others(stacks)).toEqual(others(sandbox(withPartners(0))));
  });

  test('is spread over all shards', () => {
    for (let shard = 0; shard < SHARDS; shard += 1) {
      const { consumer } = countsOf(stacks[`sandbox_partners_${shard}`]?.resource);
      expect(consumer).toBeGreaterThan(90);
      expect(consumer).toBeLessThan(165);
    }
  });

  test('changes one file when one partner changes', () => {
    const changed = sandbox(edited(files, ['generated/417.yaml', 'clientId: client-417', 'clientId: client-x']));
    const differ = Object.keys(stacks).filter((name) => JSON.stringify(stacks[name]) !== JSON.stringify(changed[name]));
    expect(differ).toEqual([`sandbox_partners_${shardOf('generated-417', SHARDS)}`]);
  });

  test('changes one file when a partner is added', () => {
    const more = sandbox(withPartners(1001));
    const differ = Object.keys(stacks).filter((name) => JSON.stringify(stacks[name]) !== JSON.stringify(more[name]));
    expect(differ).toEqual([`sandbox_partners_${shardOf('generated-1000', SHARDS)}`]);
  });
});

function countsOf(resource: Readonly<Record<string, object>> = {}): Record<string, number> {
  return Object.fromEntries(
    Object.entries(resource).map(([type, byName]) => [type.replace('kong-gateway_', ''), Object.keys(byName).length]),
  );
}
