import type { Api } from '../types';

/** How an upstream reads paths; what is left out is false. */
export type UpstreamPaths = NonNullable<Api['upstreamPaths']>;
