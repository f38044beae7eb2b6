/** A template's parameter: `{sessionId}`. */
const PARAMETER = /(\{[^/{}]*\})/;

/**
 * The path of one operation as Kong's router takes it: `~`, then a regular expression that matches the whole path. Nothing
 * but the operations that a route names gets through.
 *
 * @param template path template of OpenAPI below the base path: `/sessions/{sessionId}`
 */
export function routePattern(basePath: string, template: string): string {
  const parts = template.split(PARAMETER).map((part, index) => (index % 2 === 1 ? '[^/]+' : escapeRegex(part)));
  return `~${escapeRegex(basePath)}${parts.join('')}$`;
}

/**
 * Which of two patterns that match one path Kong takes: the one that says more, from the left, as OpenAPI has it
 * (`/sessions/latest` before `/sessions/{sessionId}`).
 */
export function routePriority(basePath: string, template: string): number {
  const segments = `${basePath}${template}`.split('/').slice(1, 1 + MOST_SEGMENTS);
  return segments.reduce((priority, segment) => priority * 3 + weight(segment), 0);
}

/** The priority stays below 2^31. */
const MOST_SEGMENTS = 19;

function weight(segment: string): number {
  if (!PARAMETER.test(segment)) return 2;
  return segment.replace(PARAMETER, '') === '' ? 0 : 1;
}

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
