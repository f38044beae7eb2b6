/**
 * The model: documents become a Catalog, checked and frozen, that knows its lines. Each owner of a file adds its own line; lines
 * are sorted by file.
 */
export {
  type ApplicationAccess,
  accessIn,
  accessOf,
  type GrantReason,
  grantReason,
  type SubscriptionAccess,
} from './access';
export { ALGORITHMS } from './algorithms';
export { addToDay, holdsOn, type Span, spansOverlap } from './calendar';
export type { ApiEntry, ApplicationEntry, Catalog, Entry, Named, PolicyEntries } from './catalog';
export { type CaCertificate, caCertificate, type UnusableCertificate } from './certificate';
export { checkCatalog } from './check';
export { defaultOf } from './defaults';
export {
  type DocumentBody,
  defineApi,
  defineApplication,
  defineAuditPolicy,
  defineConsentPolicy,
  defineEnvironment,
  defineErrorPolicy,
  defineMaskingPolicy,
  defineMetricsPolicy,
  defineMtlsPolicy,
  definePartner,
  defineRateLimitPolicy,
  defineTeam,
  defineTier,
  defineTokenPolicy,
  type TypeScriptDocument,
} from './define';
export { type Diagnostic, hasErrors, type Severity, sortDiagnostics } from './diagnostic';
export { type Duration, type DurationUnit, durationMs, parseDuration } from './duration';
export { type Effective, type EffectiveQuestion, effectiveValues } from './effective';
export type { EffectiveAccess } from './effective-access';
export type { EffectivePolicies } from './effective-policies';
export type { EffectiveSla } from './effective-sla';
export type { EffectiveWindow } from './effective-windows';
export { applicationWords, entriesOf, isUnread, kindWord, kindWords } from './entries';
export { isMap, type Json, type JsonList, type JsonObject } from './json';
export {
  type KeyProblem,
  type KeyResult,
  type PublicKey,
  type PublicKeySource,
  publicKey,
  type UnusableKey,
} from './keys';
export {
  type Algorithm,
  type Api,
  type Application,
  type ApplicationDocument,
  type AuditPolicy,
  type ConsentPolicy,
  type Credentials,
  type DocumentOf,
  type Environment,
  type ErrorPolicy,
  type Frozen,
  type Jwk,
  KINDS,
  type Kind,
  type Limits,
  type MaskingPolicy,
  type MetricsPolicy,
  type MtlsPolicy,
  type Partner,
  type Purpose,
  type Quota,
  type RateLimitPolicy,
  type Sla,
  type Subscription,
  type Team,
  type Tier,
  type TokenPolicy,
} from './kinds';
export { type LoadOptions, type LoadResult, loadCatalog } from './load';
export type { Method, OpenApiDefinition, Operation } from './openapi';
export { operationWord } from './operation-word';
export { own } from './own';
export type { Part } from './part';
export { percentValue } from './percent';
export { comparePositions, type Path, type Position, pointer } from './position';
export { holdsPrivateKey } from './private-key';
export { REFERENCES, type Reference, referencesOf } from './references';
export { type SealProblem, sealOf, sealProblem } from './seal';
export { redact } from './secrets';
export { exposedOperations, isServedIn, type Upstream, upstreamIn } from './served';
export { sizeBytes } from './size';
export type { Source, SourceEntry } from './source';
export { FolderSource, MemorySource } from './sources';
export { type Standing, type StandingReason, standingOf } from './standing';
export { didYouMean, listOf, nearest } from './suggest';
export { tierWindows, windowPath } from './tier-windows';
export { CATALOG_FILE, loadTypeScript, type TypeScriptResult } from './typescript';
export { compareVersions, nextVersion } from './version';
export {
  mergeWindows,
  WINDOWS,
  type Window,
  type WindowConflict,
  type WindowLayer,
  type WindowLimit,
  type WindowPart,
  windowConflicts,
  windowPart,
} from './windows';
