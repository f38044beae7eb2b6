import { join } from 'node:path';
import type { Json } from '../base/json';

/** Functions by `$id` of a schema: whether it takes a value. */
type Compiled = Readonly<Record<string, (value: Json) => boolean>>;

let compiled: Compiled | undefined;

/**
 * Whether the schema of a file takes a value, as the build has compiled it (tools/compile-schemas.js). Undefined where nothing is
 * compiled: sources run without a build, and Ajv then compiles what it needs.
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
