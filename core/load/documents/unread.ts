import { applicationId, pointer } from '../../model';
import { textOf } from '../../model/base/json';
import type { RawDocument } from './document';
import { applicationsInside } from './inside';
import type { ReadFile } from './read-file';

/** How references name the things of a document that cannot be used; see `Catalog.unread`. */
export function unreadNames({ kind, value, leftOut }: RawDocument): readonly string[] {
  if (typeof value.name !== 'string') return ['*'];
  if (kind === 'Application') return [`Application/${applicationId(textOf(value.partner), value.name)}`];
  // A name that the text got wrong is not known.
  const isKnown = !leftOut?.some((path) => pointer(path) === '/name');
  return [
    isKnown ? `${kind}/${value.name}` : `${kind}/*`,
    ...applicationsInside(kind, value).map(
      ([application]) => `Application/${applicationId(textOf(value.name), textOf(application.name))}`,
    ),
  ];
}

const NAMED = /\bname['"]?[\s:]+['"]?([a-z][a-z0-9-]*)/g;

/**
 * The names in a file whose text is broken, as `?/<name>`: a mistake in one document may hide the ones that follow, and references
 * to those are right. Empty for any other file.
 */
export function tornNames({ source, documents }: ReadFile): readonly string[] {
  const isTorn = documents.some(({ problems }) => problems.some(({ local }) => !local));
  return isTorn ? [...source.text.matchAll(NAMED)].map(([, name]) => `?/${name}`) : [];
}
