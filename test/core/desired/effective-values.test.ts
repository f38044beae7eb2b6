import { addressOf, cellsOf, type Entity } from '../../../core/desired';
import { parseConsumerTags } from '../../../core/desired/consumer-tags/parse-consumer-tags';
import { type Catalog, type Environment, exposedOperations, NO_SCOPE, originalNames } from '../../../core/model';
import { type EffectiveValues, effectiveValuesOf, viewsIn } from '../../../core/view';
import { supportedTarget } from '../../../policies';
import { catalogOf } from '../../support/catalog';
import { AS_OF, catalogOfFiles } from '../../support/programme';
import { describeSample } from '../../support/repository';

/** Dates before, within and after the fixtures' subscriptions. */
const DAYS = ['2026-01-01', AS_OF, '2028-01-01'];

interface Windows {
  readonly windows: readonly { readonly window: string; readonly limit: number }[];
}

/** The configuration of an API's tier limits. */
interface LimitConfig {
  readonly tiers: readonly (Windows & {
    readonly name: string;
    readonly operations: readonly (Windows & { readonly operation: string })[];
  })[];
  readonly api_windows: Windows['windows'];
}

/** The configuration of an API's scopes. */
interface ConsentConfig {
  readonly operations: readonly {
    readonly operation: string;
    readonly scopes?: readonly (readonly string[])[];
    readonly no_scopes?: boolean;
  }[];
}

const limitsOf = (windows: Windows['windows']) =>
  Object.fromEntries(windows.map(({ window, limit }) => [window, limit]));

/** The desired state of an environment by address. */
function entitiesIn(catalog: Catalog, environment: Environment, asOf: string): ReadonlyMap<string, Entity> {
  const entities = cellsOf(catalog, environment, asOf).flatMap((cell) => cell.entities);
  return new Map(entities.map((entity) => [addressOf(entity), entity]));
}

/** Compares all subscriptions of a catalog in one environment on one date; returns the number of comparisons. */
function compare(catalog: Catalog, environment: Environment, asOf: string): number {
  const entities = entitiesIn(catalog, environment, asOf);
  const config = <T>(api: string, plugin: string) =>
    entities.get(`kong-gateway_custom_plugin.${api}_${plugin}`)?.attributes.config as T | undefined;
  let compared = 0;
  for (const { subscriptions } of viewsIn(catalog, environment.name, asOf)?.applications ?? []) {
    for (const access of subscriptions) {
      const { api, application, tier } = access;
      const whole = effectiveValuesOf(access) as EffectiveValues;
      const address = [...originalNames(application), api.name].join('_');
      const entry = entities.get(`kong-gateway_acl.${address}`);
      const consumer = entities.get(`kong-gateway_consumer.${originalNames(application).join('_')}`);
      expect([address, asOf, consumer !== undefined]).toEqual([address, asOf, whole.access.value.present]);
      if (entry?.attributes.group === `${api.name}:${tier.name}`)
        expect([address, asOf, whole.access.value.granted]).toEqual([address, asOf, true]);
      if (!whole.access.value.granted) continue;
      expect([address, asOf, entry?.attributes.group]).toEqual([address, asOf, `${api.name}:${whole.tier.value}`]);

      const grant = parseConsumerTags((consumer?.attributes.tags ?? []) as readonly string[]).grants.find(
        (one) => one.api === api.name,
      );
      expect([address, [...(grant?.scopes ?? [])].sort()]).toEqual([address, [...whole.scopes.value].sort()]);
      expect([address, grant?.purpose]).toEqual([address, whole.purpose?.value]);

      const limits = config<LimitConfig>(api.name, 'partner-tier-limit');
      const configured = limits?.tiers.find(({ name }) => name === tier.name);
      expect([address, limitsOf(configured?.windows ?? [])]).toEqual([address, limitsOf(whole.windows)]);
      expect([address, limitsOf(limits?.api_windows ?? [])]).toEqual([address, limitsOf(whole.apiWindows)]);
      for (const { id } of exposedOperations(api)) {
        const effective = effectiveValuesOf(access, id) as EffectiveValues;
        const override = configured?.operations.find(({ operation }) => operation === id);
        const both = { ...limitsOf(configured?.windows ?? []), ...limitsOf(override?.windows ?? []) };
        expect([address, id, both]).toEqual([address, id, limitsOf(effective.windows)]);
        const rights = config<ConsentConfig>(api.name, 'partner-consent')?.operations.find(
          ({ operation }) => operation === id,
        );
        const requiredScopes = rights?.no_scopes ? NO_SCOPE : rights?.scopes;
        expect([address, id, requiredScopes]).toEqual([address, id, effective.requiredScopes?.value]);
        compared += 1;
      }
    }
  }
  return compared;
}

function compareAll(catalog: Catalog): void {
  const portable = [...catalog.environments.values()].filter(
    ({ value }) => supportedTarget(value).plugins !== 'native',
  );
  const counts = portable.flatMap(({ value }) => DAYS.map((day) => compare(catalog, value, day)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(10);
}

describe('the desired state', () => {
  test('contains the effective values of each subscription: grant, scopes, purpose, and limits per operation', () => {
    compareAll(catalogOfFiles());
  });
});

describeSample('the desired state of the sample', (files) => {
  test('contains the effective values of each subscription', () => {
    compareAll(catalogOf(files));
  });
});
