import { hasParameter, isParameter, routeShape } from './shape';

/** Of a route's `regex_priority` Kong's router keeps ten bits (docs/adr/0013-routes.md). */
export const MAX_ROUTE_PRIORITY = 1023;

/** Segments beyond these do not count: there is no room for more. */
const MAX_SEGMENTS = 10;

/**
 * Which of two operations of one API the gateway takes for a call that fits both: the one with the higher number. From the
 * left, a word goes before a word with a parameter in it, and that before a parameter alone, as OpenAPI has it
 * (`/sessions/latest` before `/sessions/{sessionId}`). It depends on the path alone, so no other operation changes it.
 *
 * Paths of more than six segments have no room for all three: in their first segments what has a parameter in it is one. Two
 * operations of one number that a call may both fit are an error (`route-conflict`).
 *
 * @param template path template of OpenAPI below the base path
 * @returns 0 to {@link MAX_ROUTE_PRIORITY}
 */
export function routePriority(template: string): number {
  return shapePriority(routeShape('', template));
}

/** {@link routePriority} of the segments of a path. */
export function shapePriority(shape: readonly string[]): number {
  const segments = shape.slice(0, MAX_SEGMENTS);
  const fine = segments.length - fineSegments(segments.length);
  return segments.reduce(
    (priority, segment, index) =>
      index < fine ? priority * 2 + (hasParameter(segment) ? 0 : 1) : priority * 3 + weight(segment),
    0,
  );
}

/** How many of so many segments can have three weights where the others have two. */
function fineSegments(segments: number): number {
  let fine = segments;
  while (3 ** fine * 2 ** (segments - fine) > MAX_ROUTE_PRIORITY + 1) fine -= 1;
  return fine;
}

function weight(segment: string): number {
  if (!hasParameter(segment)) return 2;
  return isParameter(segment) ? 0 : 1;
}
