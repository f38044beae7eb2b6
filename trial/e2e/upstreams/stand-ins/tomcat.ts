import { decoded, literalsOf, normalized, templateRegex, type UpstreamRules } from './upstream';

/**
 * Tomcat, and Jetty much the same: path parameters (`;…`) are dropped from every segment, then the rest is decoded, and then slashes
 * are joined and dot segments resolved. An encoded slash, a backslash and a fragment are a 400.
 */
export const tomcat: UpstreamRules = {
  name: 'Tomcat',
  ignoresCase: false,
  matches(template, path) {
    const raw = path.replace(/\?.*$/s, '');
    if (/%2F|%5C|%00|[\\#]/i.test(raw)) return false;
    const text = decoded(raw.replaceAll(/;[^/]*/g, ''));
    const read = text === undefined ? undefined : normalized(text);
    if (read === undefined) return false;
    const literals = literalsOf(template).map((literal) => decoded(literal) ?? literal);
    return templateRegex(literals, '[^/]+', '$', 's').test(read);
  },
};
