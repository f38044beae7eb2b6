import type { Sla, Tier } from '../kinds';

/** The fields of a tier that are part of its terms. Titles, labels, partners and the status are not. */
export const TERMS_FIELDS = [
  'limits',
  'quota',
  'overrides',
  'sla',
  'support',
  'price',
  'approval',
  'requires',
  'benefits',
] as const;

type TermsField = (typeof TERMS_FIELDS)[number];

/** What partners are owed at a tier. Lists whose order has no meaning are sorted, and defaults are written out. */
export type Terms = Pick<Tier, TermsField> & {
  /** By API: the part of its own service level that applies because the tier does not set it. APIs without such a part are missing. */
  readonly apis?: Readonly<Record<string, { readonly sla: Sla }>>;
};

/** The content of a terms file: one version of the terms of a tier. It never changes. */
export interface TermsFile {
  readonly tier: string;
  readonly version: string;
  /** The day on which it was announced to partners, 'YYYY-MM-DD'. */
  readonly announced: string;
  /** The first day on which the version is in force, 'YYYY-MM-DD'. */
  readonly effective: string;
  readonly terms: Terms;
}

/** The name of a version of the terms of a tier, as in origins and messages: `paid@2.0.0`. */
export function termsName(tier: string, version: string): string {
  return `${tier}@${version}`;
}
