import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TerraformJson } from '../desired';
import { type Catalog, type Entry, type Environment, type Finding, isServedIn } from '../model';
import { environmentOf, type OutputManifest } from './manifest';

/**
 * Warns of APIs that the previous output has in the stack of another domain. The same entities are then deleted through one
 * state and made through another; if the new stack is applied first, the old one takes away what it made.
 *
 * @param outFolder the output folder, with the files that the manifest lists
 */
export function movedApis(
  catalog: Catalog,
  environments: readonly Entry<Environment>[],
  outFolder: string,
  previous: OutputManifest | undefined,
): readonly Finding[] {
  return Object.keys(previous?.stacks ?? {}).flatMap((stack): readonly Finding[] => {
    const environment = environments.find(({ name }) => name === environmentOf(stack));
    if (!environment || !stack.startsWith(`${environment.name}_apis_`)) return [];
    return servicesIn(join(outFolder, 'stacks', stack)).flatMap((name): readonly Finding[] => {
      const api = catalog.apis.get(name);
      if (!api || !isServedIn(api.value, environment.value)) return [];
      const now = `${environment.name}_apis_${api.value.domain}`;
      if (now === stack) return [];
      return [
        {
          code: 'api-moved',
          severity: 'warning',
          message: `api '${name}' is in stack '${now}', and in '${stack}' of the previous output; whichever of them is applied last decides whether it is on the gateway`,
          hint: `apply '${stack}' with \`lifecycle: retired\` first, then change its domain and publish it again`,
          at: api.at(['domain']),
        },
      ];
    });
  });
}

/** Names of the services in the file of a stack; none where there is no file that can be read. */
function servicesIn(folder: string): readonly string[] {
  const file = join(folder, 'cdk.tf.json');
  if (!existsSync(file)) return [];
  try {
    const { resource }: TerraformJson = JSON.parse(readFileSync(file, 'utf8'));
    return Object.keys(resource?.['kong-gateway_service'] ?? {});
  } catch {
    return [];
  }
}
