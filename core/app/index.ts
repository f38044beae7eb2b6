/** Use cases, one per file. They take and return data: none prints, or reads the process's arguments, environment or clock. */
export { type CatalogFolder, resolveCatalogFolder } from './catalog-folder';
export { type CheckedCatalog, type CheckRequest, checkCatalogFolder } from './check-catalog';
export type { CommandContext } from './command-context';
export { dateProblem } from './date-problem';
export { checkOf, findCheck } from './explain-check';
export { type InitialisedProgramme, initProgramme } from './init-programme';
export {
  type AddedDocument,
  addApi,
  addApplication,
  addContractTemplate,
  addEnvironment,
  addPartner,
  addPolicy,
  addProgramme,
  addTeam,
  addTier,
  addUseCase,
  legalBasisProblem,
  type NewUseCase,
  POLICY_KIND_NAMES,
  purposeProblem,
  STAGES,
  type Stage,
  USE_CASE_STAGES,
} from './new';
export { packageVersion } from './package-root';
export { kindsListing, schemaOf } from './print-schema';
export { type ReadinessReport, reportReadiness } from './report-readiness';
export { type SealedTerms, type SealRequest, type SealResult, sealTiers } from './seal/seal-tiers';
export {
  type SynthesisListener,
  type SynthesisRequest,
  synthesizeCatalog,
  type WrittenOutput,
} from './synthesize-catalog';
export { unknownCommand } from './unknown-command';
export { UsageError, UserError } from './user-error';
