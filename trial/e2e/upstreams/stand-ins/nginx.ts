import { decoded, literalsOf, normalized, templateRegex, type UpstreamRules } from './upstream';

/**
 * nginx: truncates at `#`, decodes, merges slashes, and resolves dot segments. A path without parameters is an exact location, others
 * are regular expressions, in which `$` also matches before a trailing line feed.
 */
export const nginx: UpstreamRules = {
  name: 'nginx',
  ignoresCase: false,
  matches: (template, path) => matches(template, decoded(path.replace(/[?#].*$/s, ''))),
};

/** nginx behind another nginx that forwards the decoded path (`proxy_pass http://next$uri`). */
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
