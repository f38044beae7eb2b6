import { fullPath } from './full-path';
import { literalPattern } from './literal-pattern';
import { parameterPattern } from './parameter-pattern';
import { literalsOf } from './template';
import type { UpstreamPaths } from './upstream-paths';

/**
 * The path of an operation in the syntax of Kong's router: `~`, then a regular expression that matches the whole path, so that only calls
 * of exposed operations get through. Percent-encoded characters of the template are decoded, because the router decodes paths before it
 * matches them.
 *
 * @param template path template of OpenAPI below the base path: `/sessions/{sessionId}`
 * @param upstreamPaths how the API's upstream reads paths
 */
export function routePattern(basePath: string, template: string, upstreamPaths: UpstreamPaths = {}): string {
  const [first = '', ...rest] = literalsOf(fullPath(basePath, template));
  const patterns = rest.map((literal, index) => {
    const isLast = literal.startsWith('/') || (literal === '' && index === rest.length - 1);
    return `${parameterPattern(upstreamPaths, isLast)}${literalPattern(literal)}`;
  });
  return `~${literalPattern(first)}${patterns.join('')}$`;
}
