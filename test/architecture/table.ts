/** What the files of one part may import; a part is a top-level folder, or `main.ts`. */
export interface Allowance {
  /** Parts of ours. `model (types)` means that nothing is loaded from it. */
  readonly ours: readonly string[];
  /** Packages; `node` stands for Node's own modules. */
  readonly packages: readonly string[];
  /** Paths and modules that stay forbidden although their part is allowed. */
  readonly never?: readonly string[];
}

/** The import table of the architecture. Own files of a part may always import each other. */
export const TABLE: Readonly<Record<string, Allowance>> = {
  model: { ours: [], packages: ['yaml', 'ajv', 'ajv-formats', 'fastest-levenshtein', 'jiti', 'jsonc-parser', 'node'] },
  policies: { ours: ['model', 'gateway/kong'], packages: ['node'], never: ['node:fs', 'node:fs/promises'] },
  constructs: {
    ours: ['model', 'policies', 'gateway/kong'],
    packages: ['@cdktf/provider-kong', 'cdktf', 'constructs', 'node'],
    never: ['policies/rules', 'node:fs', 'node:fs/promises', 'node:process'],
  },
  stacks: {
    ours: ['model', 'constructs'],
    packages: ['@cdktf/provider-kong', 'cdktf', 'constructs', 'node'],
    never: ['policies/rules'],
  },
  report: { ours: ['model (types)'], packages: [] },
  'main.ts': { ours: ['model', 'policies/rules', 'report', 'stacks'], packages: ['cdktf', 'node'] },
  cli: {
    ours: ['model', 'policies', 'stacks', 'report', 'main.ts', 'gateway/kong'],
    packages: ['commander', 'fastest-levenshtein', 'yaml', 'node'],
  },
  // What runs beside the gateway on a machine where it is tried out, and what tries it. Neither is in the package.
  gateway: {
    ours: ['model'],
    packages: ['@peculiar/x509', 'reflect-metadata', 'jose', 'oidc-provider', 'yaml', 'node'],
  },
  e2e: { ours: ['model', 'policies', 'gateway'], packages: ['jose', 'yaml', 'node'] },
  // The public surface: what package.json exports.
  examples: { ours: [], packages: ['gatewright', 'cdktf', 'constructs', 'node'] },
  bench: { ours: [], packages: ['gatewright', 'cdktf', 'constructs', 'node'] },
};
