import { literalsOf } from '../model/routes';

/**
 * The path of one operation as Kong's router takes it: `~`, then a regular expression that matches the whole path. Nothing
 * but the operations that a route names gets through. What is percent-encoded in the template stands decoded in the
 * expression, as the router decodes paths before it matches them.
 *
 * @param template path template of OpenAPI below the base path: `/sessions/{sessionId}`
 */
export function routePattern(basePath: string, template: string): string {
  return `~${literalsOf(`${basePath}${template}`).map(escapeRegex).join('[^/]+')}$`;
}

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
