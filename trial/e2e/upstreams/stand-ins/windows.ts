import { decoded, literalsOf, normalized, templateRegex, type UpstreamRules } from './upstream';

/** A server that looks paths up like files of Windows: either slash, any case, no dots and spaces at the end of a name. */
export const windows: UpstreamRules = {
  name: 'a server on Windows',
  ignoresCase: true,
  matches(template, path) {
    const text = decoded(path.replace(/[?#].*$/s, ''));
    const read = text === undefined ? undefined : normalized(text.replaceAll('\\', '/'));
    if (read === undefined) return false;
    const literals = literalsOf(template).map((literal) => folded(decoded(literal) ?? literal));
    return templateRegex(literals, '[^/]+', '$', 's').test(folded(read).replaceAll(/[. ]+(?=\/|$)/g, ''));
  },
};

function folded(text: string): string {
  return text.toUpperCase().toLowerCase();
}
