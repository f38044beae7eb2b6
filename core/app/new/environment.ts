import { join, relative } from 'node:path';
import { type EnvironmentTemplate, environmentDocument } from '../../edit/templates/environment';
import { type Catalog, type Environment, listOf } from '../../model';
import { loadFolder, resolveCatalogFolder } from '../catalog-folder';
import type { CommandContext } from '../command-context';
import { packageRoot } from '../package-root';
import { UsageError } from '../user-error';
import { documentPath } from './document-path';
import { parseName, rejectTaken } from './name';
import { schemasFrom } from './schemas-path';
import { type AddedDocument, writeDocument } from './write-document';

/** The purpose of an environment. */
export type Stage = Environment['stage'];

export const STAGES = ['sandbox', 'staging', 'production'] as const satisfies readonly Stage[];

export interface NewEnvironment {
  /** The catalog folder as the user named it. */
  readonly catalog: string;
  readonly name: string;
  /** @default the stage in its name */
  readonly stage?: Stage | undefined;
}

/** Adds an Environment to a catalog. It serves nothing until an API has an upstream for it. */
export function addEnvironment(context: CommandContext, request: NewEnvironment): AddedDocument {
  const name = parseName(request.name);
  const stage = request.stage ?? stageFromName(name);
  const folder = resolveCatalogFolder(context, request.catalog);
  const { catalog } = loadFolder(folder);
  rejectTaken(catalog, 'Environment', name);
  const path = documentPath(folder, catalog, 'Environment', { name });
  const template = { name, stage, ...pickForEnvironment(catalog, name, stage), schemas: schemasFrom(folder, path) };
  const added = writeDocument(context, folder, [{ path, text: environmentDocument(template) }]);
  const howTo = relative(context.cwd, join(packageRoot(), 'docs/how-to/second-environment.md'));
  return {
    ...added,
    notes: [
      `environment '${name}' serves no API yet: add it to the \`upstreams\` of an API and to the \`environments\` of its token policy`,
      `next steps: ${howTo}`,
    ],
  };
}

function stageFromName(name: string): Stage {
  const parts = name.split('-');
  const [stage, other] = STAGES.filter((one) => parts.includes(one));
  if (stage !== undefined && other === undefined) return stage;
  throw new UsageError(`cannot derive the stage from the name '${name}'`, `add --stage; ${listOf(STAGES, 'stages')}`);
}

/** Gateway and shards of an environment of the same stage, or of the first one; host and upstreams adapted from any. */
function pickForEnvironment(
  { environments }: Catalog,
  name: string,
  stage: Stage,
): Pick<EnvironmentTemplate, 'edition' | 'version' | 'plugins' | 'host' | 'upstreams' | 'shards'> {
  const all = [...environments.values()].map(({ value }) => value);
  const template = all.find((one) => one.stage === stage) ?? all[0];
  return {
    edition: template?.gateway.edition ?? 'oss',
    version: template?.gateway.version ?? '3.9',
    plugins: template?.gateway.plugins,
    shards: template?.partners.shards ?? 1,
    host: adaptHost(all, name, ({ hosts }) => hosts) ?? `api.${name}.operator.example`,
    upstreams: adaptHost(all, name, ({ isolation }) => isolation.upstreams) ?? `*.${name}.internal`,
  };
}

/** A host of another environment, with the new name in place of the old one: `api.staging.operator.example`. */
function adaptHost(
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
