import { hasParameter, isParameter, routeShape } from './shape';

/** Kong's router uses ten bits of a route's `regex_priority` (docs/adr/0013-routes.md). */
export const MAX_ROUTE_PRIORITY = 1023;

/** Further segments are ignored: ten bits have no room for them. */
const MAX_SEGMENTS = 10;

/**
 * The priority of a route: if a call matches two operations of an API, the gateway chooses the one with the higher priority. From left
 * to right, literal text precedes text with a parameter, which precedes a plain parameter, as in OpenAPI (`/sessions/latest` before
 * `/sessions/{sessionId}`). The priority depends only on the path, so another operation never changes it.
 *
 * Paths of more than six segments have no room for all three weights, so their first segments do not distinguish text with a parameter
 * from a plain parameter. Two operations of the same priority that can match the same call are an error (`route-conflict`).
 *
 * @param template path template of OpenAPI below the base path
 * @returns 0 to {@link MAX_ROUTE_PRIORITY}
 */
export function routePriority(template: string): number {
  return shapePriority(routeShape('', template));
}

/** {@link routePriority} of a path that is already split into segments. */
export function shapePriority(shape: readonly string[]): number {
  const segments = shape.slice(0, MAX_SEGMENTS);
  const fine = segments.length - fineSegments(segments.length);
  return segments.reduce(
    (priority, segment, index) =>
      index < fine ? priority * 2 + (hasParameter(segment) ? 0 : 1) : priority * 3 + weight(segment),
    0,
  );
}

/** How many of these segments can have three weights if the others have two. */
function fineSegments(segments: number): number {
  let fine = segments;
  while (3 ** fine * 2 ** (segments - fine) > MAX_ROUTE_PRIORITY + 1) fine -= 1;
  return fine;
}

function weight(segment: string): number {
  if (!hasParameter(segment)) return 2;
  return isParameter(segment) ? 0 : 1;
}
