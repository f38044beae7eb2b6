import { InvalidArgumentError } from 'commander';
import { didYouMean } from '../../core/model';
import { SHARED_SCHEMAS } from '../../core/model/schemas';

/** The purposes and legal bases that documents may name: those of the W3C Data Privacy Vocabulary. */
export const PURPOSES = termsOf('purpose');
export const LEGAL_BASES = termsOf('legalBasis');

/** Where a reader finds all of them: messages list a few. */
export const ALL_TERMS = 'docs/reference/values.md of the package lists all';

/** @throws InvalidArgumentError */
export function parsePurpose(text: string): string {
  return parseTerm(text, PURPOSES, 'purposes');
}

/** @throws InvalidArgumentError */
export function parseLegalBasis(text: string): string {
  return parseTerm(text, LEGAL_BASES, 'legal bases');
}

function parseTerm(text: string, terms: readonly string[], plural: string): string {
  if (terms.includes(text)) return text;
  throw new InvalidArgumentError(
    `It has to be a term of the Data Privacy Vocabulary: ${didYouMean(text, terms, plural)}; ${ALL_TERMS}.`,
  );
}

function termsOf(definition: string): readonly string[] {
  const schema = SHARED_SCHEMAS.find(({ $id }) => $id?.endsWith('/dpv.schema.json'));
  const terms: unknown = schema?.$defs?.[definition]?.enum;
  if (!Array.isArray(terms)) throw new Error(`dpv.schema.json has no list '${definition}'`);
  return terms.map(String);
}
