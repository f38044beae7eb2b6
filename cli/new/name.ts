import type { Entry } from '../../model/catalog';
import { Failure, UsageFailure } from '../failure';

/** Names are addresses, so a wrong one is told before anything is written. */
export function parseName(name: string): string {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) && name.length <= 63) return name;
  const near = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 63);
  throw new UsageFailure(
    `'${name}' is no name: it has to be lower-case words of letters and digits, joined by single hyphens, with up to 63 characters`,
    near === '' ? undefined : `'${near}' would be one`,
  );
}

/** @throws Failure when there is a document of this kind and name already */
export function refuseTaken(kind: string, entry: Entry<unknown> | undefined): void {
  if (!entry) return;
  const { file, line, column } = entry.at();
  throw new Failure(
    `there is ${kind} '${entry.name}' already: ${file}:${line}:${column}`,
    'take another name, or edit that one',
  );
}
