import { didYouMean } from '../../model';
import { SHARED_SCHEMAS } from '../../model/schemas';

/** The purposes and legal bases of the W3C Data Privacy Vocabulary. */
export const PURPOSES = termsOf('purpose');
export const LEGAL_BASES = termsOf('legalBasis');

/** Where to find all terms; messages list only a few. */
export const ALL_TERMS = 'docs/reference/values.md of the package lists all';

/** Why a text is not a valid purpose, as a sentence; undefined if it is valid. */
export function purposeProblem(text: string): string | undefined {
  return termProblem(text, PURPOSES, 'purposes');
}

/** Why a text is not a valid legal basis, as a sentence; undefined if it is valid. */
export function legalBasisProblem(text: string): string | undefined {
  return termProblem(text, LEGAL_BASES, 'legal bases');
}

function termProblem(text: string, terms: readonly string[], plural: string): string | undefined {
  if (terms.includes(text)) return undefined;
  return `It must be a term of the Data Privacy Vocabulary: ${didYouMean(text, terms, plural)}; ${ALL_TERMS}.`;
}

function termsOf(definition: string): readonly string[] {
  const schema = SHARED_SCHEMAS.find(({ $id }) => $id?.endsWith('/dpv.schema.json'));
  const terms: unknown = schema?.$defs?.[definition]?.enum;
  if (!Array.isArray(terms)) throw new Error(`dpv.schema.json has no list '${definition}'`);
  return terms.map(String);
}
