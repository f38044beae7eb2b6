import type { Api } from '../kinds';

/** How an upstream reads paths; each field defaults to false. */
export type UpstreamPaths = NonNullable<Api['upstreamPaths']>;
