import fc from 'fast-check';
import { isServedIn, type JsonObject } from '../../core/model';
import { type PluginSettings, targetOf } from '../../policies';
import { TARGETS, withRedis } from '../policies/support/documents';
import { everyPlugin, policyDocuments } from '../policies/support/every-plugin';
import { PORTABLE_PLUGINS, PORTABLE_SCHEMAS, problemsOfPortable } from '../policies/support/portable-schemas';
import { globalPlugins, served, servicePlugins } from '../policies/support/served';
import { catalogOfFiles } from '../support/programme';
import { Gateway } from './support/gateway';
import { mutations } from './support/mutations';
import { onEveryLua } from './support/runtimes';

/** Settings of all plugins that the fixture catalog results in, in all environments. */
function fixtureSettings(): readonly PluginSettings[] {
  const catalog = catalogOfFiles();
  return [...catalog.environments.values()].flatMap((environment) => [
    ...globalPlugins(catalog, environment.value),
    ...[...catalog.apis.values()]
      .filter((api) => isServedIn(api.value, environment.value))
      .flatMap((api) => servicePlugins(served(catalog, api, environment.value))),
  ]);
}

const isGatewrightPlugin = ({ plugin }: PluginSettings) => plugin.startsWith('partner-');

type Variants = { readonly examples?: readonly JsonObject[]; readonly oneOf?: readonly Variants[] };

/** The examples in a plugin's config schema, including those of its variants. */
function examplesOf(plugin: string): readonly JsonObject[] {
  const { examples = [], oneOf = [] } = PORTABLE_SCHEMAS.get(plugin) as Variants;
  return [...examples, ...oneOf.flatMap((variant) => variant.examples ?? [])];
}

onEveryLua("a plugin's schema.lua", (runtime) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.start(runtime);
  });
  afterAll(() => gateway.close());

  /** The errors that schema.lua reports. */
  const luaErrors = async (plugin: string, config: JsonObject) =>
    ((await gateway.run('check_config', { plugin, config })) as { readonly errors?: unknown }).errors;

  test('accepts the settings of the fixture catalog', async () => {
    const settings = fixtureSettings().filter(isGatewrightPlugin);
    expect(new Set(settings.map(({ plugin }) => plugin))).toEqual(new Set(PORTABLE_PLUGINS));
    for (const { plugin, config } of settings)
      expect([plugin, await luaErrors(plugin, config)]).toEqual([plugin, undefined]);
  });

  test.each(TARGETS)('accepts all settings that policies generate on %s', async (_, environment) => {
    const environments = [environment, withRedis(environment)].filter((candidate) => targetOf(candidate));
    await fc.assert(
      fc.asyncProperty(policyDocuments, fc.constantFrom(...environments), async (policies, target) => {
        for (const { plugin, config } of everyPlugin(policies, target).filter(isGatewrightPlugin))
          expect([plugin, await luaErrors(plugin, config)]).toEqual([plugin, undefined]);
      }),
      { numRuns: 25 },
    );
  });

  test.each(PORTABLE_PLUGINS)('of %s accepts and rejects the same configs as its config schema', async (plugin) => {
    const wronglyAccepted: string[] = [];
    const wronglyRejected: string[] = [];
    for (const example of examplesOf(plugin)) {
      expect(await luaErrors(plugin, example)).toBeUndefined();
      for (const { change, config } of mutations(example)) {
        const isInvalid = problemsOfPortable({ plugin, config }).length > 0;
        const isRejected = (await luaErrors(plugin, config)) !== undefined;
        if (isInvalid && !isRejected) wronglyAccepted.push(change);
        if (!isInvalid && isRejected) wronglyRejected.push(change);
      }
    }
    expect({ wronglyAccepted, wronglyRejected }).toEqual({ wronglyAccepted: [], wronglyRejected: [] });
  });
});
