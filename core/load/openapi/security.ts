import type { ScopeAlternatives } from '../../model';
import { isMap, type Json, type JsonObject, nearest } from '../../model';
import { shown } from '../../model/messages/shown';
import { isScope } from '../../model/schemas';
import type { Report } from './findings';
import { itemsOf, type Located, memberOf, membersOf } from './located';
import { follow, type OpenApiFiles } from './reference';

/** How many alternatives, and scopes of an alternative, the gateway's plugin accepts for an operation. */
const MAX_ALTERNATIVES = 100;

/** The scopes that a list of security requirements requires. */
export interface RequiredScopes {
  /** The scopes of each requirement that names any: requirements are alternatives, the schemes of one are needed together. */
  readonly scopes: ScopeAlternatives;
  /** Whether a requirement names none. */
  readonly optional: boolean;
}

/** Nothing is required. */
export const NO_SCOPES: RequiredScopes = { scopes: [], optional: false };

/**
 * Reports schemes that security requirements name and the file does not declare, although it declares others. Their scopes are required
 * all the same, so it is a warning.
 *
 * @param root the definition; a requirement in another file may name the schemes of that file as well
 */
export function reportUndeclaredSchemes(report: Report, security: Located, root: Located): void {
  const declared = [root.file.root, security.file.root].map(schemesOf);
  if (declared.every((schemes) => Object.keys(schemes).length === 0)) return;
  for (const requirement of itemsOf(security)) {
    for (const [scheme, names] of membersOf(requirement)) {
      // Since OpenAPI 3.2 a scheme may be identified by a URI.
      if (/[/#:]/.test(scheme) || declared.some((schemes) => Object.hasOwn(schemes, scheme))) continue;
      report({
        message: `security scheme ${shown(scheme)} is not declared`,
        at: names,
        part: 'key',
        code: 'unknown-security-scheme',
        hint: () => {
          const near = nearest(scheme, Object.keys(schemesOf(root.file.root)));
          return near === undefined ? "declare it below 'components.securitySchemes'" : `did you mean '${near}'?`;
        },
      });
    }
  }
}

function schemesOf(root: Json): JsonObject {
  const components = isMap(root) && Object.hasOwn(root, 'components') ? root.components : undefined;
  const schemes =
    isMap(components) && Object.hasOwn(components, 'securitySchemes') ? components.securitySchemes : undefined;
  return isMap(schemes) ? schemes : {};
}

/**
 * The scopes that security requirements name, for schemes of every type. For schemes other than OAuth 2.0 and OpenID Connect the
 * names are roles, which tokens contain as scopes, too.
 */
export function requiredScopes(report: Report, security: Located): RequiredScopes {
  if (!Array.isArray(security.value)) {
    report({ message: "'security' is not a list", at: security, hint: "write '- openId: [scope]' below it" });
    return NO_SCOPES;
  }
  const alternatives = itemsOf(security).map((requirement) => together(report, requirement));
  const scopes = [
    ...new Map(alternatives.filter(({ length }) => length > 0).map((one) => [JSON.stringify(one), one])).values(),
  ];
  const most = Math.max(scopes.length, ...scopes.map(({ length }) => length));
  if (most > MAX_ALTERNATIVES) {
    report({
      message: `'security' has ${most} ${most === scopes.length ? 'alternatives' : 'scopes in one requirement'}; at most ${MAX_ALTERNATIVES} are allowed`,
      at: security,
      hint: 'keep those that partners are granted',
    });
    return NO_SCOPES;
  }
  return { scopes, optional: alternatives.some(({ length }) => length === 0) };
}

function together(report: Report, requirement: Located): readonly string[] {
  if (!isMap(requirement.value)) {
    report({ message: 'security requirement is not a map', at: requirement, hint: "write '- openId: [scope]'" });
    return [];
  }
  const scopes = new Set<string>();
  for (const [scheme, names] of membersOf(requirement)) {
    if (!Array.isArray(names.value)) {
      report({ message: `scopes of ${shown(scheme)} are not a list`, at: names, hint: 'write [scope, …]' });
      continue;
    }
    for (const name of itemsOf(names)) {
      if (typeof name.value === 'string' && isScope(name.value)) scopes.add(name.value);
      else
        report({
          message:
            'this is not an OAuth 2.0 scope: up to 500 printable ASCII characters without spaces, quotes and backslashes',
          at: name,
          hint: "write it like 'sim-swap:check'; each scope is an item of its own",
        });
    }
  }
  return [...scopes].sort();
}

/** Scopes that the security schemes declare, whether an operation needs them or not. */
export function declaredScopes(files: OpenApiFiles, root: Located): readonly string[] {
  const components = memberOf(root, 'components');
  const schemes = components && memberOf(components, 'securitySchemes');
  const found = (schemes ? membersOf(schemes) : []).flatMap(([, scheme]) => {
    const followed = follow(files, scheme);
    // Operations name their scopes themselves, so a missing scheme has no effect.
    const flows = 'target' in followed ? memberOf(followed.target, 'flows') : undefined;
    return (flows ? membersOf(flows) : []).flatMap(([, flow]) => {
      const scopes = memberOf(flow, 'scopes');
      return scopes ? membersOf(scopes).map(([scope]) => scope) : [];
    });
  });
  return found.filter(isScope);
}
