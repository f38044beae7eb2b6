import { decoded, literalsOf, normalized, templateRegex, type UpstreamRules } from './upstream';

/**
 * Tomcat, and similarly Jetty: removes path parameters (`;…`) from every segment, decodes, merges slashes, and resolves dot segments.
 * An encoded slash, a backslash or a fragment is a 400.
 */
export const tomcat: UpstreamRules = {
  name: 'Tomcat',
  ignoresCase: false,
  matches(template, path) {
    const raw = path.replace(/\?.*$/s, '');
    if (/%2F|%5C|%00|[\\#]/i.test(raw)) return false;
    const text = decoded(raw.replaceAll(/;[^/]*/g, ''));
    const resolved = text === undefined ? undefined : normalized(text);
    if (resolved === undefined) return false;
    const literals = literalsOf(template).map((literal) => decoded(literal) ?? literal);
    return templateRegex(literals, '[^/]+', '$', 's').test(resolved);
  },
};
