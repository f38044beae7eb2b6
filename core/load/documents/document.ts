import type { Detection, DocumentCode, Path, Position } from '../../model';
import { didYouMean, isMap, type Json, type JsonObject, KINDS, type Kind } from '../../model';
import { guessKind } from './guess-kind';
import type { Places } from './places';
import type { SecretValue } from './secrets';

/** A document of a known kind, valid or not. */
export interface RawDocument {
  readonly kind: Kind;
  readonly value: JsonObject;
  /** How many values it holds. */
  readonly size: number;
  readonly places: Places;
  /** Whether the file's text was fine; else the value is what could be made out. */
  readonly intact: boolean;
  /**
   * Values that are not known where the text is wrong in them alone, so that all else can be held to the schema; undefined where
   * nothing can be.
   */
  readonly leftOut: readonly Path[] | undefined;
  /** Values that look like secrets: they are told, and never shown. */
  readonly secrets: readonly SecretValue[];
}

/** What a document is. */
export type Classified =
  | { readonly is: 'document'; readonly kind: Kind; readonly value: JsonObject }
  /** An API definition: catalog documents refer to it, it is none. */
  | { readonly is: 'openapi' }
  | { readonly is: 'unknown'; readonly finding: Detection };

/** Classifies a document by its top level: `kind`, or `openapi` and `swagger` of API definitions. */
export function classify(value: Json, places: Places): Classified {
  if (!isMap(value)) return notAMap(value, places);
  const { kind } = value;
  if ('apiVersion' in value && ('spec' in value || 'metadata' in value || !isKind(kind ?? null)))
    return kubernetesResource(places);
  if (kind === undefined || kind === null) {
    const misspelt =
      'kind' in value
        ? undefined
        : Object.keys(value).find((key) => key.replaceAll(/[^A-Za-z]/g, '').toLowerCase() === 'kind');
    if (misspelt !== undefined) return misspeltKind(misspelt, value[misspelt] ?? null, places);
    if (!('kind' in value) && isDefinition(value)) return { is: 'openapi' };
    const guess = guessKind(value);
    return unknown(
      'missing-kind',
      "document has no 'kind'",
      `${guess ? `if it is meant to be one of kind ${guess}, add 'kind: ${guess}'` : "add 'kind: …'"}; kinds are: ${KINDS.join(', ')}`,
      places.at('kind' in value ? ['kind'] : []),
    );
  }
  if (!isKind(kind)) {
    const message = typeof kind === 'string' ? `kind '${kind.slice(0, 60)}' does not exist` : "'kind' must be text";
    const hint = didYouMean(typeof kind === 'string' ? kind : '', KINDS, 'kinds');
    return unknown('unknown-kind', message, hint, places.at(['kind']));
  }
  return { is: 'document', kind, value };
}

const VERSION = /^\d+(\.\d+)*(-[\w.]+)?$/;
const DEFINITION_FIELDS = ['info', 'paths', 'webhooks', 'components'];

/**
 * Whether a document is an API definition, of whatever version and however broken. An Api document without its `kind` is not: its
 * `openapi` names a file.
 */
function isDefinition(value: JsonObject): boolean {
  const version = value.openapi ?? value.swagger ?? null;
  if (version === null && !('openapi' in value) && !('swagger' in value)) return false;
  const isVersion = typeof version === 'number' || (typeof version === 'string' && VERSION.test(version));
  return isVersion || DEFINITION_FIELDS.some((field) => field in value);
}

function notAMap(value: Json, places: Places): Classified {
  const isList = Array.isArray(value);
  const holdsDocuments = isList && value.some((item: Json) => isMap(item) && 'kind' in item);
  const message = `document is ${isList ? 'a list' : 'a single value'}; allowed is a map with 'kind' and 'name'`;
  const hint = holdsDocuments
    ? "make each item a document: without '- ' before it, and with a line '---' between two"
    : "start it with 'kind:' and 'name:'";
  return unknown('missing-kind', message, hint, places.at([]));
}

function misspeltKind(key: string, kind: Json, places: Places): Classified {
  const message = `document has no 'kind', but a key '${key.slice(0, 60)}'`;
  const hint = `write the key in small letters: 'kind: ${isKind(kind) ? kind : '…'}'`;
  return unknown('missing-kind', message, hint, places.at([key], 'key'));
}

function kubernetesResource(places: Places): Classified {
  return unknown(
    'unknown-kind',
    "document has the form of a Kubernetes resource, with 'apiVersion'; documents of a catalog have 'kind' and 'name', and their fields beside these",
    "take 'apiVersion', 'metadata' and 'spec' out and put what is in them at the top, or move the file out of the catalog",
    places.at(['apiVersion'], 'key'),
  );
}

function isKind(kind: Json): kind is Kind {
  return (KINDS as readonly Json[]).includes(kind);
}

function unknown(code: DocumentCode, message: string, hint: string, at: Position): Classified {
  return { is: 'unknown', finding: { code, message, hint, at } };
}

/** The document's name, where it has one. */
export function nameOf({ value }: RawDocument): string | undefined {
  return typeof value.name === 'string' ? value.name : undefined;
}
