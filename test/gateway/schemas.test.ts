import fc from 'fast-check';
import { isServedIn, type JsonObject } from '../../core/model';
import { type PluginSettings, targetOf } from '../../policies';
import { TARGETS, withRedis } from '../policies/support/documents';
import { everyPlugin, sayings } from '../policies/support/every-plugin';
import { PORTABLE_PLUGINS, PORTABLE_SCHEMAS, problemsOfPortable } from '../policies/support/portable-schemas';
import { globalPlugins, served, servicePlugins } from '../policies/support/served';
import { catalogOfFiles } from '../support/programme';
import { Gateway } from './support/gateway';
import { mutations } from './support/mutations';
import { onEveryLua } from './support/runtimes';

/** Settings of our own plugins that the small programme comes to, in all environments. */
function programmeSettings(): readonly PluginSettings[] {
  const catalog = catalogOfFiles();
  return [...catalog.environments.values()].flatMap((environment) => [
    ...globalPlugins(catalog, environment.value),
    ...[...catalog.apis.values()]
      .filter((api) => isServedIn(api.value, environment.value))
      .flatMap((api) => servicePlugins(served(catalog, api, environment.value))),
  ]);
}

const isOwn = ({ plugin }: PluginSettings) => plugin.startsWith('partner-');

type Variants = { readonly examples?: readonly JsonObject[]; readonly oneOf?: readonly Variants[] };

/** The examples in a plugin's config schema: of the whole, and of each variant. */
function examplesOf(plugin: string): readonly JsonObject[] {
  const { examples = [], oneOf = [] } = PORTABLE_SCHEMAS.get(plugin) as Variants;
  return [...examples, ...oneOf.flatMap((variant) => variant.examples ?? [])];
}

onEveryLua('the schema.lua of our plugins', (runtime) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await Gateway.start(runtime);
  });
  afterAll(() => gateway.close());

  /** What schema.lua finds wrong. */
  const problemsOfLua = async (plugin: string, config: JsonObject) =>
    ((await gateway.run('check_config', { plugin, config })) as { readonly errors?: unknown }).errors;

  test('accepts what the small programme comes to', async () => {
    const settings = programmeSettings().filter(isOwn);
    expect(new Set(settings.map(({ plugin }) => plugin))).toEqual(new Set(PORTABLE_PLUGINS));
    for (const { plugin, config } of settings)
      expect([plugin, await problemsOfLua(plugin, config)]).toEqual([plugin, undefined]);
  });

  test.each(TARGETS)('accepts whatever policies come to on %s', async (_, environment) => {
    const places = [environment, withRedis(environment)].filter((one) => targetOf(one));
    await fc.assert(
      fc.asyncProperty(sayings, fc.constantFrom(...places), async (said, place) => {
        for (const { plugin, config } of everyPlugin(said, place).filter(isOwn))
          expect([plugin, await problemsOfLua(plugin, config)]).toEqual([plugin, undefined]);
      }),
      { numRuns: 25 },
    );
  });

  test.each(PORTABLE_PLUGINS)('of %s refuses what its config schema refuses', async (plugin) => {
    const accepted: string[] = [];
    const refused: string[] = [];
    for (const example of examplesOf(plugin)) {
      expect(await problemsOfLua(plugin, example)).toBeUndefined();
      for (const { change, config } of mutations(example)) {
        const isWrong = problemsOfPortable({ plugin, config }).length > 0;
        const isRefused = (await problemsOfLua(plugin, config)) !== undefined;
        if (isWrong && !isRefused) accepted.push(change);
        if (!isWrong && isRefused) refused.push(change);
      }
    }
    expect({ accepted, refused }).toEqual({ accepted: [], refused: [] });
  });
});
