import type * as documents from '../types';
import type { Frozen } from './document-of';

// Types of values that several kinds share.
export type Limits = Frozen<documents.Limits>;
export type Quota = Frozen<documents.Quota>;
export type Sla = Frozen<documents.Sla>;
export type Price = Frozen<documents.PriceDefinition>;
/** The items of a price, by name. */
export type PriceItems = Frozen<documents.PriceItems>;
export type PriceItem = Frozen<documents.PriceItem>;
export type Purpose = documents.Purpose;
export type Algorithm = documents.Algorithm;
export type Jwk = Frozen<documents.Jwk>;
