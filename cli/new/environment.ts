import { join, relative } from 'node:path';
import { Command, Option } from 'commander';
import { type Catalog, type Environment, listOf } from '../../core/model';
import { catalogFolder, loadFolder } from '../catalog-folder';
import { type ExitStatus, UsageFailure } from '../failure';
import type { Io } from '../io';
import { catalogOption } from '../options';
import { packageRoot } from '../package-root';
import { type EnvironmentTemplate, environmentDocument } from '../templates/environment';
import { pathOf } from './folders';
import { parseName, refuseTaken } from './name';
import { schemasFrom } from './schemas-path';
import { writeDocument } from './write-document';

type Stage = Environment['stage'];

const STAGES = ['sandbox', 'staging', 'production'] as const satisfies readonly Stage[];

interface Options {
  readonly catalog: string;
  readonly stage?: Stage;
}

/** `gatewright new environment NAME`. */
export function newEnvironmentCommand(io: Io, done: (status: ExitStatus) => void): Command {
  return new Command('environment')
    .description('Write an Environment, which serves nothing until APIs have an upstream there.')
    .argument('<NAME>', 'its name, such as staging')
    .addOption(new Option('--stage <STAGE>', 'what it is for (default: the stage that its name says)').choices(STAGES))
    .addOption(catalogOption(io))
    .action((text: string, options: Options) => {
      const name = parseName(text);
      const stage = options.stage ?? stageOf(name);
      const folder = catalogFolder(io, options.catalog);
      const { catalog } = loadFolder(folder);
      refuseTaken(catalog, 'Environment', name);
      const path = pathOf(folder, catalog, 'Environment', { name });
      const template = { name, stage, ...pickForEnvironment(catalog, name, stage), schemas: schemasFrom(folder, path) };
      writeDocument(io, folder, [{ path, text: environmentDocument(template) }]);
      const howTo = relative(io.cwd, join(packageRoot(), 'docs/how-to/second-environment.md'));
      io.out(
        `no API is served in '${name}' yet: it needs an upstream there, and its token policy an entry for '${name}'\nnext steps: ${howTo}\n`,
      );
      done(0);
    });
}

function stageOf(name: string): Stage {
  const words = name.split('-');
  const [stage, other] = STAGES.filter((one) => words.includes(one));
  if (stage !== undefined && other === undefined) return stage;
  throw new UsageFailure(
    `the name '${name}' does not say what the environment is for`,
    `add --stage; ${listOf(STAGES, 'stages')}`,
  );
}

/** Gateway and shards of an environment of the same stage, or else of the first; host and upstreams in the manner of any. */
function pickForEnvironment(
  { environments }: Catalog,
  name: string,
  stage: Stage,
): Pick<EnvironmentTemplate, 'edition' | 'version' | 'plugins' | 'host' | 'upstreams' | 'shards'> {
  const all = [...environments.values()].map(({ value }) => value);
  const model = all.find((one) => one.stage === stage) ?? all[0];
  return {
    edition: model?.gateway.edition ?? 'oss',
    version: model?.gateway.version ?? '3.9',
    plugins: model?.gateway.plugins,
    shards: model?.partners.shards ?? 1,
    host: inTheManner(all, name, ({ hosts }) => hosts) ?? `api.${name}.operator.example`,
    upstreams: inTheManner(all, name, ({ isolation }) => isolation.upstreams) ?? `*.${name}.internal`,
  };
}

/** A host name that another environment has with its own name in it: `api.staging.operator.example` after the sandbox's. */
function inTheManner(
  environments: readonly Environment[],
  name: string,
  hostsOf: (environment: Environment) => readonly string[],
): string | undefined {
  for (const environment of environments) {
    const host = hostsOf(environment).find((one) => one.split('.').includes(environment.name));
    if (host !== undefined) return host.replace(environment.name, name);
  }
  return undefined;
}
