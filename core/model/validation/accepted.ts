import { join } from 'node:path';
import type { Json } from '../base/json';

/** By `$id` of a schema, a function that returns whether a value is valid. */
type Compiled = Readonly<Record<string, (value: Json) => boolean>>;

let compiled: Compiled | undefined;

/**
 * Whether a value is valid against a schema that the build has compiled (tools/compile-schemas.js). Undefined if it is not compiled,
 * because sources run without a build; Ajv then compiles it.
 */
export function isAccepted(id: string, value: Json): boolean | undefined {
  compiled ??= load();
  return compiled[id]?.(value);
}

function load(): Compiled {
  try {
    return require(join(__dirname, 'compiled-schemas.js')) as Compiled;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    return {};
  }
}
