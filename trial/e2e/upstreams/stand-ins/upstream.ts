/** The rules by which a server matches paths: a stand-in for the real one. */
export interface UpstreamRules {
  readonly name: string;
  /** Whether the server ignores case, in which case the API must set `ignoresCase`. */
  readonly ignoresCase: boolean;
  /** Whether a raw path matches a path template. */
  matches(template: string, path: string): boolean;
}

/** The literals between the parameters of a template, in order. */
export function literalsOf(template: string): readonly string[] {
  return template.split(/\{[^{}]*\}/);
}

/** Compiles a template to a regular expression; `parameter` is the pattern of each parameter. */
export function templateRegex(literals: readonly string[], parameter: string, end: string, flags: string): RegExp {
  const key = [literals.join('{}'), parameter, end, flags].join('\n');
  const cached = compiled.get(key);
  if (cached) return cached;
  const escaped = literals.map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const regex = new RegExp(`^${escaped.join(parameter)}${end}`, flags);
  compiled.set(key, regex);
  return regex;
}

const compiled = new Map<string, RegExp>();

/** Decodes percent-encoding once; undefined if it is malformed. */
export function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Merges slashes and resolves dot segments; undefined if they go above the root. */
export function normalized(path: string): string | undefined {
  const parts = path
    .replaceAll(/\/{2,}/g, '/')
    .split('/')
    .slice(1);
  const segments: string[] = [];
  for (const [index, part] of parts.entries()) {
    if (part === '..' && segments.pop() === undefined) return undefined;
    if (part !== '.' && part !== '..') segments.push(part);
    else if (index === parts.length - 1) segments.push('');
  }
  return `/${segments.join('/')}`;
}
