import { decoded, literalsOf, normalized, templateRegex, type UpstreamRules } from './upstream';

/**
 * nginx: drops what follows `#`, decodes, joins slashes, resolves dot segments. `location = /items/secret` for a path without
 * parameters, a regular expression for others, in which `$` also matches in front of a line feed.
 */
export const nginx: UpstreamRules = {
  name: 'nginx',
  ignoresCase: false,
  matches: (template, path) => matches(template, decoded(path.replace(/[?#].*$/s, ''))),
};

/** nginx that got the path from another one, which passed it on decoded (`proxy_pass http://next$uri`). */
export const nginxTwice: UpstreamRules = {
  name: 'nginx behind nginx',
  ignoresCase: false,
  matches(template, path) {
    const once = decoded(path.replace(/[?#].*$/s, ''));
    return matches(template, once === undefined ? undefined : decoded(once.replace(/[?#].*$/s, '')));
  },
};

function matches(template: string, text: string | undefined): boolean {
  if (text === undefined || text.includes('\0')) return false;
  const path = normalized(text);
  const literals = literalsOf(template).map((literal) => decoded(literal) ?? literal);
  if (path === undefined) return false;
  return literals.length === 1
    ? path === literals[0]
    : templateRegex(literals, '[^/]+', String.raw`\n?$`, 's').test(path);
}
