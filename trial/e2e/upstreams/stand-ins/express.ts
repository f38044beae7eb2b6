import { decoded, literalsOf, templateRegex, type UpstreamRules } from './upstream';

/**
 * Express 4 and 5 by default: matches the raw path, up to `#`, with a regular expression that ignores case and a trailing slash.
 * Values are decoded afterwards; a value that cannot be decoded is a 400.
 */
export const express: UpstreamRules = {
  name: 'Express',
  ignoresCase: true,
  matches(template, path) {
    const raw = path.replace(/[?#].*$/s, '');
    if (decoded(raw) === undefined) return false;
    const literals = literalsOf(template === '/' ? template : template.replace(/\/$/, ''));
    return templateRegex(literals, '[^/]+?', '/?$', 'i').test(raw);
  },
};
