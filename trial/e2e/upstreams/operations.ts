/** A GET operation of the upstreams in the path scenarios. */
export interface ServedOperation {
  /** The path template, which an upstream returns as `served`. */
  readonly path: string;
  /** The partner's access. `hidden` is not exposed; `unknown` is served by the upstream, but not in the OpenAPI file. */
  readonly access: 'granted' | 'not-granted' | 'hidden' | 'unknown';
}

/** All operations of the upstreams. */
export const SERVED: readonly ServedOperation[] = [
  { path: '/items/{id}', access: 'granted' },
  { path: '/items/secret', access: 'not-granted' },
  { path: '/items/hidden', access: 'hidden' },
  { path: '/parts/{x}', access: 'unknown' },
  { path: '/pets/{id}', access: 'granted' },
  { path: '/pets/latest', access: 'not-granted' },
  { path: '/pets/latest/profile', access: 'not-granted' },
  { path: '/profile', access: 'not-granted' },
];

/** Path templates that the partner must never reach. */
export const CLOSED: readonly string[] = SERVED.filter(({ access }) => access !== 'granted').map(({ path }) => path);

/** The path of an operation, with a value for each parameter. */
export function exampleOf({ path }: ServedOperation): string {
  return path.replaceAll(/\{[^{}]*\}/g, '4711');
}
