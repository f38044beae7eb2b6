import type { Origin } from '../../model';
import type { Criterion } from '../criterion';
import type { Facts } from '../facts';

/** A building block of partner programmes. */
export type Block = CatalogBlock | NeededBlock | AbsentBlock;

/** A block that a catalog can have. */
interface CatalogBlock {
  readonly name: string;
  /** Where to write it: '`benefits` in a Tier or a level'. */
  readonly write: string;
  /** Its places in a catalog. */
  find(facts: Facts): Iterable<Origin>;
}

/** A block that an element needs. */
interface NeededBlock {
  readonly name: string;
  readonly criterion: Criterion;
}

/** A block that a catalog of this version cannot have. */
interface AbsentBlock {
  readonly name: string;
  readonly absent: Absence;
}

/** Why a catalog of this version cannot have a block. */
export type Absence = 'page' | 'event' | 'portal' | 'report' | 'calls' | 'export' | 'link' | 'field' | 'people';

/** Blocks under one heading. */
export interface Category {
  /** `on-boarding` */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}
