/** Readiness: what a programme has and what it lacks, as data. */
export type { Absence } from './blocks/block';
export type { Counts } from './counts';
export type { CriterionResult } from './criterion';
export type { PartnerStatus } from './partner-status';
export type { Place, Places } from './places';
export {
  type BlockCounts,
  type BlockResult,
  type CategoryResult,
  type ElementResult,
  type Readiness,
  readinessOf,
  type Verdict,
} from './readiness';
export type { Figure, TargetResult } from './targets';
