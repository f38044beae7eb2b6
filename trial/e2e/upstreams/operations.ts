/** An operation that upstreams of the path scenarios serve with GET. */
export interface ServedOperation {
  /** The path template, as an upstream answers it under `served`. */
  readonly path: string;
  /** What the partner of the run may do with it: call it, be refused, or not even know it. */
  readonly access: 'granted' | 'not-granted' | 'hidden' | 'unknown';
}

/** All of them. Those of access `unknown` are served by the upstream and are not in the OpenAPI file. */
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

/** The paths that no call of the partner may reach. */
export const CLOSED: readonly string[] = SERVED.filter(({ access }) => access !== 'granted').map(({ path }) => path);

/** A path of an operation, with a value for each parameter. */
export function exampleOf({ path }: ServedOperation): string {
  return path.replaceAll(/\{[^{}]*\}/g, '4711');
}
