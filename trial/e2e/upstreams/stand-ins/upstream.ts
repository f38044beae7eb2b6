/** How a server reads the path of a call, in as few words as its rules take: a stand-in for the real one. */
export interface UpstreamRules {
  readonly name: string;
  /** Whether the server ignores case: then the Api has to say so. */
  readonly ignoresCase: boolean;
  /** Whether a call's path, as it arrives, is one of a path template. */
  matches(template: string, path: string): boolean;
}

/** The parts of a template beside its parameters, in order. */
export function literalsOf(template: string): readonly string[] {
  return template.split(/\{[^{}]*\}/);
}

/** A regular expression from the parts of a template; `parameter` is what takes the place of each parameter. */
export function templateRegex(literals: readonly string[], parameter: string, end: string, flags: string): RegExp {
  const key = [literals.join('{}'), parameter, end, flags].join('\n');
  const known = compiled.get(key);
  if (known) return known;
  const escaped = literals.map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const regex = new RegExp(`^${escaped.join(parameter)}${end}`, flags);
  compiled.set(key, regex);
  return regex;
}

const compiled = new Map<string, RegExp>();

/** Percent-encoding taken back once; undefined where it is broken. */
export function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Double slashes joined and dot segments resolved; undefined where they lead out of the root. */
export function normalized(path: string): string | undefined {
  const steps = path
    .replaceAll(/\/{2,}/g, '/')
    .split('/')
    .slice(1);
  const segments: string[] = [];
  for (const [index, step] of steps.entries()) {
    if (step === '..' && segments.pop() === undefined) return undefined;
    if (step !== '.' && step !== '..') segments.push(step);
    else if (index === steps.length - 1) segments.push('');
  }
  return `/${segments.join('/')}`;
}
