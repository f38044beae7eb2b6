import type { UpstreamRules } from './upstream';

/** A path of an OpenAPI file and its methods in upper case. */
export interface Endpoint {
  readonly path: string;
  readonly methods: readonly string[];
}

/**
 * The paths whose code an upstream may run for a call. Servers take the narrowest path, but some look for the method first and some
 * for the path, and of two paths of which none is narrower either may come first: all of that is possible.
 */
export function dispatched(
  upstream: UpstreamRules,
  endpoints: readonly Endpoint[],
  method: string,
  path: string,
): readonly string[] {
  const matching = endpoints.filter((endpoint) => upstream.matches(endpoint.path, path));
  const withMethod = matching.filter(({ methods }) => methods.includes(method));
  const first = [matching, withMethod].flatMap((pool) =>
    pool.filter((one) => !pool.some((other) => isNarrower(upstream, other.path, one.path))),
  );
  return [...new Set(first.filter(({ methods }) => methods.includes(method)).map((endpoint) => endpoint.path))];
}

/** Whether an upstream cannot tell two path templates apart. */
export function isOne(upstream: UpstreamRules, a: string, b: string): boolean {
  return upstream.matches(a, example(b)) && upstream.matches(b, example(a));
}

function isNarrower(upstream: UpstreamRules, inner: string, outer: string): boolean {
  return upstream.matches(outer, example(inner)) && !upstream.matches(inner, example(outer));
}

/** A path that no template has but the one that it is made from, and wider ones. */
function example(template: string): string {
  return template.replaceAll(/\{[^{}]*\}/g, 'q7z');
}
