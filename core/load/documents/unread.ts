import { applicationId, pointer } from '../../model';
import { textOf } from '../../model/base/json';
import type { RawDocument } from './document';
import { applicationsInside } from './inside';
import type { ReadFile } from './read-file';

/** How references name a document that cannot be used, and the applications inside it; see `Catalog.unread`. */
export function unreadNames({ kind, value, unknownPaths }: RawDocument): readonly string[] {
  if (typeof value.name !== 'string') return ['*'];
  if (kind === 'Application') return [`Application/${applicationId(textOf(value.partner), value.name)}`];
  // A name with an error in its text is unknown.
  const isKnown = !unknownPaths?.some((path) => pointer(path) === '/name');
  return [
    isKnown ? `${kind}/${value.name}` : `${kind}/*`,
    ...applicationsInside(kind, value).map(
      ([application]) => `Application/${applicationId(textOf(value.name), textOf(application.name))}`,
    ),
  ];
}

const NAMED = /\bname['"]?[\s:]+['"]?([a-z][a-z0-9-]*)/g;

/**
 * The names in a file whose text has errors, as `?/<name>`: an error in one document may hide the following ones, and references to
 * those are correct. Empty for any other file.
 */
export function namesInBrokenText({ source, documents }: ReadFile): readonly string[] {
  const isBroken = documents.some(({ problems }) => problems.some(({ local }) => !local));
  return isBroken ? [...source.text.matchAll(NAMED)].map(([, name]) => `?/${name}`) : [];
}
