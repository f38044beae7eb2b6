/** What the files of a component may import. A component is `main.ts`, a top-level folder, or a folder of `core/`. */
export interface Allowance {
  /** Other components. `core/model (types)` allows only types, so that nothing is loaded from it. */
  readonly components: readonly string[];
  /** Packages; `node` means Node's built-in modules. */
  readonly packages: readonly string[];
  /** Paths and modules that are forbidden although their component or package is allowed. */
  readonly never?: readonly string[];
}

const FILES = ['node:fs', 'node:fs/promises'] as const;

/** The import table of the architecture. The files of a component may always import each other. */
export const TABLE: Readonly<Record<string, Allowance>> = {
  'core/model': {
    components: [],
    packages: ['ajv', 'ajv-formats', 'fastest-levenshtein', 'safe-stable-stringify', 'semver', 'node'],
    never: FILES,
  },
  'core/load': { components: ['core/model'], packages: ['yaml', 'jiti', 'jsonc-parser', 'node'] },
  policies: { components: ['core/model'], packages: ['node'], never: FILES },
  'core/view': { components: ['core/model', 'policies'], packages: ['node'], never: FILES },
  'core/readiness': { components: ['core/model', 'core/view'], packages: [], never: FILES },
  'core/checks': {
    components: ['core/model', 'core/view', 'core/load (types)', 'policies'],
    packages: ['node'],
    never: FILES,
  },
  // From the bindings, only the provider's schema, which does not load cdktf.
  'core/desired': {
    components: ['core/model', 'core/view', 'policies'],
    packages: ['@cdktf/provider-kong/schema', 'node'],
    never: FILES,
  },
  constructs: {
    components: ['core/model', 'core/load/schema', 'core/desired', 'policies'],
    packages: ['@cdktf/provider-kong', 'cdktf', 'constructs', 'node'],
    never: [...FILES, 'node:process'],
  },
  stacks: {
    components: ['core/model', 'core/desired', 'constructs'],
    packages: ['@cdktf/provider-kong', 'cdktf', 'constructs', 'node'],
  },
  'core/output': { components: ['core/model', 'core/desired', 'constructs', 'stacks'], packages: ['cdktf', 'node'] },
  // Hides secrets, and describes errors of the file system.
  'core/report': {
    components: [
      'core/model/secrets',
      'core/model/messages',
      'core/model (types)',
      'core/checks (types)',
      'core/readiness (types)',
    ],
    packages: ['node'],
    never: FILES,
  },
  'core/edit': { components: ['core/model'], packages: ['yaml', 'node'] },
  'core/app': {
    components: [
      'core/model',
      'core/load',
      'core/checks',
      'core/view',
      'core/readiness',
      'core/desired',
      'core/output',
      'core/edit',
    ],
    packages: ['node'],
    never: ['node:process'],
  },
  // The two entry points: they parse, call and print.
  'main.ts': { components: ['core/app', 'core/report'], packages: [] },
  cli: { components: ['core/app', 'core/report', 'core/model (types)'], packages: ['commander'] },
  // The components around a trial gateway, the demo and the end-to-end suite; not in the package.
  trial: {
    components: ['core/model', 'core/load', 'core/checks', 'core/view'],
    packages: ['@peculiar/x509', 'reflect-metadata', 'jose', 'oidc-provider', 'yaml', 'node'],
  },
  // Only the public entry points of package.json.
  examples: { components: [], packages: ['gatewright', 'cdktf', 'constructs', 'node'] },
  bench: { components: [], packages: ['gatewright', 'cdktf', 'constructs', 'node'] },
};
