import type { Diagnostic } from '../diagnostic';
import { isMap, type Json, type JsonObject } from '../json';
import { KINDS, type Kind } from '../kinds';
import type { Path } from '../position';
import { didYouMean } from '../wording/suggest';
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
  | { readonly is: 'unknown'; readonly diagnostic: Diagnostic };

/** Tells what a document is by its top level: `kind`, or `openapi` and `swagger` of API definitions. */
export function classify(value: Json, places: Places): Classified {
  if (!isMap(value)) {
    const message = `document is ${Array.isArray(value) ? 'a list' : 'a single value'}; allowed is a map with 'kind' and 'name'`;
    return unknown('missing-kind', message, "start it with 'kind:' and 'name:'", places, false);
  }
  const { kind } = value;
  if (kind === undefined && (value.openapi !== undefined || value.swagger !== undefined)) return { is: 'openapi' };
  if (kind === undefined || kind === null) {
    const message = "document has no 'kind'";
    return unknown('missing-kind', message, `add 'kind: …'; kinds are: ${KINDS.join(', ')}`, places, 'kind' in value);
  }
  if (!isKind(kind)) {
    const message = typeof kind === 'string' ? `kind '${kind.slice(0, 60)}' does not exist` : "'kind' is no text";
    return unknown(
      'unknown-kind',
      message,
      didYouMean(typeof kind === 'string' ? kind : '', KINDS, 'kinds'),
      places,
      true,
    );
  }
  return { is: 'document', kind, value };
}

function isKind(kind: Json): kind is Kind {
  return (KINDS as readonly Json[]).includes(kind);
}

function unknown(code: string, message: string, hint: string, places: Places, atKind: boolean): Classified {
  const at = places.at(atKind ? ['kind'] : []);
  return { is: 'unknown', diagnostic: { code, severity: 'error', message, hint, at } };
}

/** The document's name, where it has one. */
export function nameOf({ value }: RawDocument): string | undefined {
  return typeof value.name === 'string' ? value.name : undefined;
}
