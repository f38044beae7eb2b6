import type { UpstreamRules } from './upstream';

/** A path of an OpenAPI file, and its methods in upper case. */
export interface Endpoint {
  readonly path: string;
  readonly methods: readonly string[];
}

/**
 * The paths whose handlers an upstream may run for a call. Servers choose the most specific path, but some match the method first and
 * some the path, and of two equally specific paths either may win, so this returns all candidates.
 */
export function dispatched(
  upstream: UpstreamRules,
  endpoints: readonly Endpoint[],
  method: string,
  path: string,
): readonly string[] {
  const candidates = endpoints.filter((endpoint) => upstream.matches(endpoint.path, path));
  const withMethod = candidates.filter(({ methods }) => methods.includes(method));
  const selected = [candidates, withMethod].flatMap((pool) =>
    pool.filter((one) => !pool.some((other) => isMoreSpecific(upstream, other.path, one.path))),
  );
  return [...new Set(selected.filter(({ methods }) => methods.includes(method)).map((endpoint) => endpoint.path))];
}

/** Whether an upstream treats two path templates as the same. */
export function isOne(upstream: UpstreamRules, a: string, b: string): boolean {
  return upstream.matches(a, example(b)) && upstream.matches(b, example(a));
}

function isMoreSpecific(upstream: UpstreamRules, inner: string, outer: string): boolean {
  return upstream.matches(outer, example(inner)) && !upstream.matches(inner, example(outer));
}

/** A path that matches only the given template and less specific ones. */
function example(template: string): string {
  return template.replaceAll(/\{[^{}]*\}/g, 'q7z');
}
