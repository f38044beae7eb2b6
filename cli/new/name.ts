import type { Entry } from '../../model';
import { isWord } from '../../model/schemas';
import { Failure, UsageFailure } from '../failure';

/** Names are addresses, so a wrong one is told before anything is written. */
export function parseName(name: string): string {
  if (isWord('name', name)) return name;
  throw noName(name);
}

function noName(text: string): UsageFailure {
  const near = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 63);
  return new UsageFailure(
    `'${text}' is no name: it has to be lower-case words of letters and digits, joined by single hyphens, with up to 63 characters`,
    isWord('name', near) ? `'${near}' would be one` : undefined,
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
