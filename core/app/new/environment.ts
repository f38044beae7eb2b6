import { join, relative } from 'node:path';
import { type EnvironmentTemplate, environmentDocument } from '../../edit/templates/environment';
import { type Catalog, type Environment, listOf } from '../../model';
import { loadFolder, resolveCatalogFolder } from '../catalog-folder';
import type { CommandContext } from '../command-context';
import { packageRoot } from '../package-root';
import { UsageError } from '../user-error';
import { documentPath } from './document-path';
import { parseName, refuseTaken } from './name';
import { schemasFrom } from './schemas-path';
import { type AddedDocument, writeDocument } from './write-document';

/** What an environment is for. */
export type Stage = Environment['stage'];

export const STAGES = ['sandbox', 'staging', 'production'] as const satisfies readonly Stage[];

export interface NewEnvironment {
  /** The catalog's folder as it was given. */
  readonly catalog: string;
  readonly name: string;
  /** @default the stage that its name says */
  readonly stage?: Stage | undefined;
}

/** Adds an Environment to a catalog, which serves nothing until APIs have an upstream there. */
export function addEnvironment(context: CommandContext, wanted: NewEnvironment): AddedDocument {
  const name = parseName(wanted.name);
  const stage = wanted.stage ?? stageOf(name);
  const folder = resolveCatalogFolder(context, wanted.catalog);
  const { catalog } = loadFolder(folder);
  refuseTaken(catalog, 'Environment', name);
  const path = documentPath(folder, catalog, 'Environment', { name });
  const template = { name, stage, ...pickForEnvironment(catalog, name, stage), schemas: schemasFrom(folder, path) };
  const added = writeDocument(context, folder, [{ path, text: environmentDocument(template) }]);
  const howTo = relative(context.cwd, join(packageRoot(), 'docs/how-to/second-environment.md'));
  return {
    ...added,
    notes: [
      `no API is served in '${name}' yet: it needs an upstream there, and its token policy an entry for '${name}'`,
      `next steps: ${howTo}`,
    ],
  };
}

function stageOf(name: string): Stage {
  const words = name.split('-');
  const [stage, other] = STAGES.filter((one) => words.includes(one));
  if (stage !== undefined && other === undefined) return stage;
  throw new UsageError(
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
