import { decoded, literalsOf, normalized, templateRegex, type UpstreamRules } from './upstream';

/** A server with the rules of Windows file names: both slashes, ignores case, strips trailing dots and spaces. */
export const windows: UpstreamRules = {
  name: 'a server on Windows',
  ignoresCase: true,
  matches(template, path) {
    const text = decoded(path.replace(/[?#].*$/s, ''));
    const resolved = text === undefined ? undefined : normalized(text.replaceAll('\\', '/'));
    if (resolved === undefined) return false;
    const literals = literalsOf(template).map((literal) => foldCase(decoded(literal) ?? literal));
    return templateRegex(literals, '[^/]+', '$', 's').test(foldCase(resolved).replaceAll(/[. ]+(?=\/|$)/g, ''));
  },
};

function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase();
}
