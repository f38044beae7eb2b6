import type { Catalog } from '../model';
import type { Absence, Block } from './blocks/block';
import { CATEGORIES } from './blocks/list';
import { type Counts, countsOf } from './counts';
import { type CriterionResult, evaluate } from './criterion';
import { ELEMENTS, REQUIRED_ELEMENTS } from './elements/list';
import { type Facts, factsOf } from './facts';
import { type Places, placesOf } from './places';
import { type TargetResult, targetsOf } from './targets';

/** What a programme has and what it lacks on a date. */
export interface Readiness {
  /** 'YYYY-MM-DD' */
  readonly asOf: string;
  readonly programme: { readonly name: string; readonly title: string; readonly operator: string };
  readonly verdict: Verdict;
  readonly elements: readonly ElementResult[];
  readonly counts: Counts;
  readonly targets: readonly TargetResult[];
  readonly blocks: BlockCounts;
  readonly categories: readonly CategoryResult[];
}

/** How many elements are in place. */
export interface Verdict {
  readonly present: number;
  readonly total: number;
  /** The number that a programme needs. */
  readonly required: number;
  readonly isReady: boolean;
}

/** An element: `present` if none of its criteria is missing. */
export interface ElementResult {
  readonly id: string;
  readonly title: string;
  readonly status: 'present' | 'missing';
  readonly criteria: readonly CriterionResult[];
}

export interface BlockCounts {
  readonly total: number;
  readonly present: number;
  readonly missing: number;
  /** Blocks that a catalog could have. */
  readonly notUsed: number;
  /** Blocks that a catalog of this version cannot have. */
  readonly absent: number;
}

export interface CategoryResult {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly BlockResult[];
}

/** A building block: `missing` if an element needs it, `not-used` if none does. */
export interface BlockResult {
  readonly name: string;
  readonly status: 'present' | 'not-used' | 'missing';
  readonly places: Places;
  /** Where to write it; missing if a catalog cannot have it. */
  readonly write?: string;
  /** Why a catalog cannot have it. */
  readonly absent?: Absence;
  /** The element that needs it. */
  readonly neededBy?: string;
}

/**
 * Compares a catalog without errors with what a partner programme needs.
 *
 * @param asOf 'YYYY-MM-DD' in UTC
 * @throws Error if the catalog has no Programme, or `asOf` is not a date
 */
export function readinessOf(catalog: Catalog, asOf: string): Readiness {
  const facts = factsOf(catalog, asOf);
  const { name, value } = facts.programme;
  const elements = ELEMENTS.map(({ id, title, criteria }): ElementResult => {
    const results = criteria.map((criterion) => evaluate(criterion, facts));
    const status = results.some((result) => result.status === 'missing') ? 'missing' : 'present';
    return { id, title, status, criteria: results };
  });
  const categories = CATEGORIES.map(({ id, title, blocks }) => ({
    id,
    title,
    blocks: blocks.map((block) => evaluateBlock(block, facts)),
  }));
  const counts = countsOf(facts);
  return {
    asOf,
    programme: { name, title: value.title, operator: value.operator.name },
    verdict: verdictOf(elements),
    elements,
    counts,
    targets: targetsOf(facts, counts),
    blocks: countBlocks(categories),
    categories,
  };
}

function verdictOf(elements: readonly ElementResult[]): Verdict {
  const present = elements.filter(({ status }) => status === 'present').length;
  return { present, total: elements.length, required: REQUIRED_ELEMENTS, isReady: present >= REQUIRED_ELEMENTS };
}

function evaluateBlock(block: Block, facts: Facts): BlockResult {
  const { name } = block;
  if ('absent' in block) return { name, status: 'not-used', places: NO_PLACES, absent: block.absent };
  if ('find' in block) {
    const places = placesOf(facts.catalog, block.find(facts));
    return { name, status: places.count > 0 ? 'present' : 'not-used', places, write: block.write };
  }
  const { status, places, write } = evaluate(block.criterion, facts);
  const element = ELEMENTS.find(({ criteria }) => criteria.includes(block.criterion));
  return {
    name,
    status: status === 'not-needed' ? 'not-used' : status,
    places,
    write,
    ...(element && { neededBy: element.id }),
  };
}

const NO_PLACES: Places = { count: 0, first: [] };

function countBlocks(categories: readonly CategoryResult[]): BlockCounts {
  const blocks = categories.flatMap((category) => category.blocks);
  const countOf = (status: BlockResult['status']) => blocks.filter((block) => block.status === status).length;
  const absent = blocks.filter((block) => block.absent !== undefined).length;
  return {
    total: blocks.length,
    present: countOf('present'),
    missing: countOf('missing'),
    notUsed: countOf('not-used') - absent,
    absent,
  };
}
