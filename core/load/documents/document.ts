import type { Detection, DocumentCode, Path, Position } from '../../model';
import { didYouMean, isMap, type Json, type JsonObject, KINDS, type Kind } from '../../model';
import { guessKind } from './guess-kind';
import type { Positions } from './positions';
import type { SecretValue } from './secrets';

/** A document of a known kind, valid or not. */
export interface RawDocument {
  readonly kind: Kind;
  readonly value: JsonObject;
  /** How many values it contains. */
  readonly size: number;
  readonly positions: Positions;
  /** Whether the text has no errors; otherwise the value is only what could be parsed. */
  readonly intact: boolean;
  /**
   * Values that are unknown because of errors in their text. The rest of the document can be validated; undefined if the whole
   * document is unknown.
   */
  readonly unknownPaths: readonly Path[] | undefined;
  /** Values that look like secrets: they are reported, but never shown. */
  readonly secrets: readonly SecretValue[];
}

/** What a text document turned out to be. */
export type Classified =
  | { readonly is: 'document'; readonly kind: Kind; readonly value: JsonObject }
  /** An API definition, to which documents of the catalog refer. */
  | { readonly is: 'openapi' }
  | { readonly is: 'unknown'; readonly finding: Detection };

/** Classifies a document by its top level: `kind`, or `openapi` and `swagger` of API definitions. */
export function classify(value: Json, positions: Positions): Classified {
  if (!isMap(value)) return notAMap(value, positions);
  const { kind } = value;
  if ('apiVersion' in value && ('spec' in value || 'metadata' in value || !isKind(kind ?? null)))
    return kubernetesResource(positions);
  if (kind === undefined || kind === null) {
    const misspelt =
      'kind' in value
        ? undefined
        : Object.keys(value).find((key) => key.replaceAll(/[^A-Za-z]/g, '').toLowerCase() === 'kind');
    if (misspelt !== undefined) return misspeltKind(misspelt, value[misspelt] ?? null, positions);
    if (!('kind' in value) && isDefinition(value)) return { is: 'openapi' };
    const guess = guessKind(value);
    return unknown(
      'missing-kind',
      "document has no 'kind'",
      `${guess ? `add 'kind: ${guess}' if that is what it is` : "add 'kind: …'"}; kinds are: ${KINDS.join(', ')}`,
      positions.at('kind' in value ? ['kind'] : []),
    );
  }
  if (!isKind(kind)) {
    const message = typeof kind === 'string' ? `kind '${kind.slice(0, 60)}' does not exist` : "'kind' must be text";
    const hint = didYouMean(typeof kind === 'string' ? kind : '', KINDS, 'kinds');
    return unknown('unknown-kind', message, hint, positions.at(['kind']));
  }
  return { is: 'document', kind, value };
}

const VERSION = /^\d+(\.\d+)*(-[\w.]+)?$/;
const DEFINITION_FIELDS = ['info', 'paths', 'webhooks', 'components'];

/**
 * Whether a document is an API definition of any version, even an invalid one. An Api document without its `kind` is not, because
 * its `openapi` names a file.
 */
function isDefinition(value: JsonObject): boolean {
  const version = value.openapi ?? value.swagger ?? null;
  if (version === null && !('openapi' in value) && !('swagger' in value)) return false;
  const isVersion = typeof version === 'number' || (typeof version === 'string' && VERSION.test(version));
  return isVersion || DEFINITION_FIELDS.some((field) => field in value);
}

function notAMap(value: Json, positions: Positions): Classified {
  const isList = Array.isArray(value);
  const holdsDocuments = isList && value.some((item: Json) => isMap(item) && 'kind' in item);
  const message = `document is ${isList ? 'a list' : 'a single value'}; it must be a map with 'kind' and 'name'`;
  const hint = holdsDocuments
    ? "make each item a document: remove the '- ' before it, and write '---' on a line between two documents"
    : "start it with 'kind:' and 'name:'";
  return unknown('missing-kind', message, hint, positions.at([]));
}

function misspeltKind(key: string, kind: Json, positions: Positions): Classified {
  const message = `document has no 'kind', but a key '${key.slice(0, 60)}'`;
  const hint = `write the key in lower case: 'kind: ${isKind(kind) ? kind : '…'}'`;
  return unknown('missing-kind', message, hint, positions.at([key], 'key'));
}

function kubernetesResource(positions: Positions): Classified {
  return unknown(
    'unknown-kind',
    "document looks like a Kubernetes resource, with 'apiVersion'; documents of a catalog have 'kind', 'name' and all other fields at the top level",
    "remove 'apiVersion', move the fields of 'metadata' and 'spec' to the top level, or move the file out of the catalog",
    positions.at(['apiVersion'], 'key'),
  );
}

function isKind(kind: Json): kind is Kind {
  return (KINDS as readonly Json[]).includes(kind);
}

function unknown(code: DocumentCode, message: string, hint: string, at: Position): Classified {
  return { is: 'unknown', finding: { code, message, hint, at } };
}

/** The document's name, if it has one. */
export function nameOf({ value }: RawDocument): string | undefined {
  return typeof value.name === 'string' ? value.name : undefined;
}
