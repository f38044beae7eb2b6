/** What the files of one part may import; a part is `main.ts`, a folder at the top, or one of `core/`. */
export interface Allowance {
  /** Parts of ours. `model (types)` means that nothing is loaded from it. */
  readonly ours: readonly string[];
  /** Packages; `node` stands for Node's own modules. */
  readonly packages: readonly string[];
  /** Paths and modules that stay forbidden although their part is allowed. */
  readonly never?: readonly string[];
}

const FILES = ['node:fs', 'node:fs/promises'] as const;

/** The import table of the architecture. Own files of a part may always import each other. */
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
  // Of the bindings the provider's schema alone, which loads no cdktf.
  'core/desired': {
    ours: ['core/model', 'core/view', 'policies'],
    packages: ['@cdktf/provider-kong/schema', 'node'],
    never: FILES,
  },
  constructs: {
    ours: ['core/model', 'core/desired', 'policies'],
    packages: ['@cdktf/provider-kong', 'cdktf', 'constructs', 'node'],
    never: [...FILES, 'node:process'],
  },
  stacks: {
    ours: ['core/model', 'core/desired', 'constructs'],
    packages: ['@cdktf/provider-kong', 'cdktf', 'constructs', 'node'],
  },
  'core/output': { ours: ['core/model', 'core/desired', 'constructs', 'stacks'], packages: ['cdktf', 'node'] },
  // Covers secrets, and words what the system answered.
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
  // The two faces: they parse, call and print.
  'main.ts': { ours: ['core/app', 'core/report'], packages: [] },
  cli: { ours: ['core/app', 'core/report', 'core/model (types)'], packages: ['commander'] },
  // The components around a trial gateway, the demo and the end-to-end suite; not in the package.
  trial: {
    ours: ['core/model', 'core/load', 'core/view'],
    packages: ['@peculiar/x509', 'reflect-metadata', 'jose', 'oidc-provider', 'yaml', 'node'],
  },
  // The public surface: what package.json exports.
  examples: { ours: [], packages: ['gatewright', 'cdktf', 'constructs', 'node'] },
  bench: { ours: [], packages: ['gatewright', 'cdktf', 'constructs', 'node'] },
};
