import { isMap, type Json, type JsonObject } from '../json';
import type { Path } from '../position';
import { isScope } from '../schemas';
import type { OpenApiDocument } from './document';
import { follow } from './reference';

/** Requirements of one operation: definitions have one or two. */
const MAX_ALTERNATIVES = 50;

/**
 * The scopes of each security requirement that names any: requirements are alternatives, the schemes of one are needed together.
 *
 * @param path where the requirements stand
 */
export function requiredScopes(
  document: OpenApiDocument,
  security: Json | undefined,
  path: Path,
): readonly (readonly string[])[] {
  if (security === undefined) return [];
  if (!Array.isArray(security)) {
    document.report("'security' is no list", path, "write '- openId: [scope]' below it");
    return [];
  }
  if (security.length > MAX_ALTERNATIVES) {
    document.report(
      `'security' has ${security.length} alternatives; at most ${MAX_ALTERNATIVES} are allowed`,
      path,
      'keep those that partners are granted',
    );
    return [];
  }
  return security
    .map((requirement: Json, index) => together(document, requirement, [...path, index]))
    .filter((scopes) => scopes.length > 0);
}

function together(document: OpenApiDocument, requirement: Json, path: Path): readonly string[] {
  if (!isMap(requirement)) {
    document.report('security requirement is no map', path, "write '- openId: [scope]'");
    return [];
  }
  const scopes = new Set<string>();
  for (const [scheme, names] of Object.entries(requirement)) {
    if (!Array.isArray(names)) {
      document.report(`scopes of '${scheme.slice(0, 60)}' are no list`, [...path, scheme], 'write [scope, …]');
      continue;
    }
    names.forEach((name: Json, index) => {
      if (typeof name === 'string' && isScope(name)) scopes.add(name);
      else
        document.report(
          'this is not an OAuth 2.0 scope: up to 500 printable ASCII characters without spaces, quotes and backslashes',
          [...path, scheme, index],
          "write it like 'sim-swap:check'; each scope is an item of its own",
        );
    });
  }
  return [...scopes].sort();
}

/** Scopes that the security schemes declare, whether an operation needs them or not. */
export function declaredScopes(root: JsonObject): readonly string[] {
  const schemes = member(member(root, 'components'), 'securitySchemes');
  const found = Object.values(schemes).flatMap((scheme) => {
    const target = follow(root, scheme);
    const flows = 'value' in target ? Object.values(member(target.value, 'flows')) : [];
    return flows.flatMap((flow) => Object.keys(member(flow, 'scopes')));
  });
  return found.filter(isScope);
}

function member(value: Json | undefined, key: string): JsonObject {
  const inner = isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return isMap(inner) ? inner : {};
}
