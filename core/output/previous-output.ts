import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TerraformJson } from '../desired';
import type { PreviousOutput } from '../model';
import { environmentOf, type OutputManifest, shardsIn, stackFile } from './manifest';

/**
 * What an output has for some environments. Environments that it does not have are left out, and so are APIs whose file cannot be
 * read.
 *
 * @param outFolder the output folder, with the files that the manifest lists
 */
export function previousOutput(
  outFolder: string,
  manifest: OutputManifest | undefined,
  environments: readonly string[],
): PreviousOutput {
  const stacks = Object.keys(manifest?.stacks ?? {});
  const entries = environments
    .filter((name) => stacks.some((stack) => environmentOf(stack) === name))
    .map((name) => {
      const apiStacks = stacks.filter((stack) => stack.startsWith(`${name}_apis_`));
      const apis = apiStacks.flatMap((stack) => apisIn(join(outFolder, stackFile(stack))).map((api) => [api, stack]));
      return [name, { shards: manifest ? shardsIn(manifest, name) : 0, apis: Object.fromEntries(apis) }] as const;
    });
  return Object.fromEntries(entries);
}

/** Names of the APIs whose services are in the file of a stack; none if it cannot be read. */
function apisIn(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  try {
    const { resource }: TerraformJson = JSON.parse(readFileSync(file, 'utf8'));
    // Services for refused calls have an underscore in their names, and names of APIs have none.
    return Object.keys(resource?.['kong-gateway_service'] ?? {}).filter((name) => !name.includes('_'));
  } catch {
    return [];
  }
}
