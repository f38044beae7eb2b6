import { decoded, literalsOf, templateRegex, type UpstreamRules } from './upstream';

/**
 * Express 4 and 5 as they come: the path as it arrives, without what follows `#`, against a regular expression that ignores case and
 * a slash at the end. Values are decoded afterwards; what cannot be decoded is a 400.
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
