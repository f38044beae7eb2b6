import { dirname } from 'node:path';

/** Folder of this package. By its own name, so that sources and compiled code agree. */
export const packageRoot: string = dirname(require.resolve('@cdktf/provider-kong/package.json'));
