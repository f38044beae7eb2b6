import { fullPath } from './full-path';
import { literalPattern } from './literal-pattern';
import { parameterPattern } from './parameter';
import { literalsOf } from './template';
import type { UpstreamPaths } from './upstream-paths';

/**
 * The path of one operation as Kong's router takes it: `~`, then a regular expression that matches the whole path. Nothing
 * but the operations that a route names gets through. What is percent-encoded in the template is decoded in the
 * expression, as the router decodes paths before it matches them.
 *
 * @param template path template of OpenAPI below the base path: `/sessions/{sessionId}`
 * @param upstreamPaths how the API's upstream reads paths
 */
export function routePattern(basePath: string, template: string, upstreamPaths: UpstreamPaths = {}): string {
  const [first = '', ...rest] = literalsOf(fullPath(basePath, template));
  const after = rest.map((literal, index) => {
    const isLast = literal.startsWith('/') || (literal === '' && index === rest.length - 1);
    return `${parameterPattern(upstreamPaths, isLast)}${literalPattern(literal)}`;
  });
  return `~${literalPattern(first)}${after.join('')}$`;
}
