/** What the files of a part may import. A part is `main.ts`, a top-level folder, or a folder of `core/`. */
export interface Allowance {
  /** Other parts. `core/model (types)` allows only types, so that nothing is loaded from it. */
  readonly ours: readonly string[];
  /** Packages; `node` means Node's built-in modules. */
  readonly packages: readonly string[];
  /** Paths and modules that are forbidden although their part or package is allowed. */
  readonly never?: readonly string[];
}

const FILES = ['node:fs', 'node:fs/promises'] as const;

/** The import table of the architecture. The files of a part may always import each other. */
export const TABLE: Readonly<Record<string, Allowance>> = {
  'core/model': {
    ours: [],
    packages: ['ajv', 'ajv-formats', 'fastest-levenshtein', 'safe-stable-stringify', 'semver', 'node'],
    never: FILES,
  },
  'core/load': { ours: ['core/model'], packages: ['yaml', 'jiti', 'jsonc-parser', 'node'] },
  policies: { ours: ['core/model'], packages: ['node'], never: FILES },
  'core/view': { ours: ['core/model', 'policies'], packages: ['node'], never: FILES },
  'core/checks': {
    ours: ['core/model', 'core/view', 'core/load (types)', 'policies'],
    packages: ['node'],
    never: FILES,
  },
  // From the bindings, only the provider's schema, which does not load cdktf.
  'core/desired': {
    ours: ['core/model', 'core/view', 'policies'],
    packages: ['@cdktf/provider-kong/schema', 'node'],
    never: FILES,
  },
  constructs: {
    ours: ['core/model', 'core/load/schema', 'core/desired', 'policies'],
    packages: ['@cdktf/provider-kong', 'cdktf', 'constructs', 'node'],
    never: [...FILES, 'node:process'],
  },
  stacks: {
    ours: ['core/model', 'core/desired', 'constructs'],
    packages: ['@cdktf/provider-kong', 'cdktf', 'constructs', 'node'],
  },
  'core/output': { ours: ['core/model', 'core/desired', 'constructs', 'stacks'], packages: ['cdktf', 'node'] },
  // Hides secrets, and describes errors of the file system.
  'core/report': {
    ours: ['core/model/secrets', 'core/model/messages', 'core/model (types)', 'core/checks (types)'],
    packages: ['node'],
    never: FILES,
  },
  'core/edit': { ours: ['core/model'], packages: ['yaml', 'node'] },
  'core/app': {
    ours: ['core/model', 'core/load', 'core/checks', 'core/view', 'core/desired', 'core/output', 'core/edit'],
    packages: ['node'],
    never: ['node:process'],
  },
  // The two entry points: they parse, call and print.
  'main.ts': { ours: ['core/app', 'core/report'], packages: [] },
  cli: { ours: ['core/app', 'core/report', 'core/model (types)'], packages: ['commander'] },
  // The components around a trial gateway, the demo and the end-to-end suite; not in the package.
  trial: {
    ours: ['core/model', 'core/load', 'core/checks', 'core/view'],
    packages: ['@peculiar/x509', 'reflect-metadata', 'jose', 'oidc-provider', 'yaml', 'node'],
  },
  // Only the public entry points of package.json.
  examples: { ours: [], packages: ['gatewright', 'cdktf', 'constructs', 'node'] },
  bench: { ours: [], packages: ['gatewright', 'cdktf', 'constructs', 'node'] },
};
