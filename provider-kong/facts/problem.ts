/** One thing that a block has wrong. */
export interface SchemaProblem {
  /** Where, from the block's root: `config.limit_by`, `routes[0].id`, `headers["x-trace"]`; empty for the block itself. */
  readonly path: string;
  /** What is wrong and what is allowed. Never the value: it could be a secret. */
  readonly message: string;
}

/** Problems one after another; made lazily so that checks compose. */
export type Problems = Generator<SchemaProblem, void>;

/** A path with one more step: a name or a 0-based index. */
export function step(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  if (!/^[A-Za-z_][\w-]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** What a value is, without the value. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** True for what JSON calls an object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
