import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The engine that evaluates stacks: Terraform or OpenTofu, the first one on PATH. */
export const engine: string | undefined = ['terraform', 'tofu'].map(onPath).find((path) => path !== undefined);

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/** A block of tests that need the engine; skipped, with the reason, if there is none. */
export function describeWithTerraform(name: string, tests: () => void): void {
  if (engine) describe(name, tests);
  else describe.skip(`${name} [skipped: neither terraform nor tofu is on PATH]`, tests);
}
