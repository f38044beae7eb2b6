import { parse } from 'yaml';
import type { Detection } from '../../core/model';

type Mutable = { [key: string]: unknown };

/** The edit that a hint suggests for the value or key at the position of its finding. */
type Edit =
  | { readonly value: unknown }
  | { readonly key: string }
  | { readonly add: Mutable }
  | { readonly remove: true };

/**
 * A document after the edit that the hint of a finding suggests; undefined if the hint suggests no edit of this document, but a
 * decision.
 */
export function followed(document: unknown, { code, message, hint = '', at }: Detection): unknown {
  const edit = editOf(hint, code === 'unknown-field' || message.startsWith('key '));
  if (edit === undefined) return undefined;
  const copy = { document: structuredClone(document) } as Mutable;
  const steps = [
    'document',
    ...at.path
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')),
  ];
  const last = steps.pop() ?? '';
  const parent = steps.reduce<Mutable>((map, step) => map[step] as Mutable, copy);
  if ('add' in edit) Object.assign(parent[last] as object, edit.add);
  else if ('key' in edit) {
    parent[edit.key] = parent[last];
    delete parent[last];
  } else if ('remove' in edit) {
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else delete parent[last];
  } else parent[last] = edit.value;
  return copy.document;
}

function editOf(hint: string, isKey: boolean): Edit | undefined {
  const meant = /^did you mean '([^']+)'\?/.exec(hint)?.[1];
  if (meant !== undefined) return isKey ? { key: meant } : { value: meant };
  const added = /^add for example (.*)$/s.exec(hint)?.[1] ?? /^add '(.*)'$/.exec(hint)?.[1];
  if (added !== undefined) return { add: parse(`{ ${added} }`) };
  if (/^remove (it|one of them)\b/.test(hint)) return { remove: true };
  const written =
    /^put it in quotes: ('[^']*')$/.exec(hint)?.[1] ??
    /^write it as a list: (.*)$/.exec(hint)?.[1] ??
    /^write it like (.*?)(, or remove the (?:item|field))?$/s.exec(hint)?.[1] ??
    /^write ('[^']*'|[^\s,']+)(, without (?:quotes|brackets))?$/.exec(hint)?.[1];
  if (written === undefined) return undefined;
  return isKey ? { key: parse(written) } : { value: parse(written) };
}

/** The text of a file after the replacement that the hint of a finding suggests; undefined if it suggests none. */
export function followedText(text: string, { hint = '', at }: Detection): string | undefined {
  const word = /^did you mean '([^']+)'\?/.exec(hint)?.[1] ?? /^write '([^']+)' here/.exec(hint)?.[1];
  if (word === undefined) return undefined;
  const lines = text.split('\n');
  const line = lines[at.line - 1] ?? '';
  lines[at.line - 1] = line.slice(0, at.column - 1) + word + line.slice(at.column - 1 + at.length);
  return lines.join('\n');
}
