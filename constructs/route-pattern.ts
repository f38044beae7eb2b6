import { escapeRegex } from '../model';
import { literalsOf } from '../model/routes';

/**
 * What a parameter takes: one or more characters, but no slash, none that is encoded (`%2F`, which the router leaves as it is),
 * and no backslash. An upstream that reads `..%2Fadmin` as a path would see one that no route names.
 */
const PARAMETER = String.raw`(?:[^/\\%]|%[013-9A-F].|%2[0-9A-E])+`;

/**
 * The path of one operation as Kong's router takes it: `~`, then a regular expression that matches the whole path. Nothing
 * but the operations that a route names gets through. What is percent-encoded in the template stands decoded in the
 * expression, as the router decodes paths before it matches them.
 *
 * @param template path template of OpenAPI below the base path: `/sessions/{sessionId}`
 */
export function routePattern(basePath: string, template: string): string {
  return `~${literalsOf(`${basePath}${template}`).map(escapeRegex).join(PARAMETER)}$`;
}
