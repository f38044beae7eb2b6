import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The engine that evaluates what was synthesized: Terraform or OpenTofu, the first that PATH has. */
export const engine: string | undefined = ['terraform', 'tofu'].map(onPath).find((path) => path !== undefined);

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/** A block of tests that needs the engine; reported as skipped, with the reason, where there is none. */
export function describeWithTerraform(name: string, tests: () => void): void {
  if (engine) describe(name, tests);
  else describe.skip(`${name} [skipped: neither terraform nor tofu is on PATH]`, tests);
}
