/** The model: the kinds of documents, the catalog that they make, and what it means. Imports nothing else of ours. */
export {
  type ApiOperation,
  type ApiPolicies,
  exposedOperations,
  isServedIn,
  type NeededScopes,
  NO_SCOPE,
  operationsOf,
  policiesOf,
  policyOf,
  scopeAlternatives,
  tiersOf,
  type Upstream,
  upstreamIn,
} from './api';
export type {
  ApiEntry,
  ApplicationEntry,
  Catalog,
  CatalogMaps,
  Entry,
  LeftOut,
  Named,
  OwnedApplication,
  PolicyEntries,
  Valued,
} from './catalog';
export { type Complete, type DefaultedField, defaultsOf, withDefaults } from './defaults';
export type { DocumentBody, TypeScriptDocument } from './definer';
export { type Diagnostic, hasErrors, type Severity, sortDiagnostics } from './diagnostic';
export type { DocumentOf, Frozen, Kind } from './document-of';
export { applicationWords, entriesOf, isUnread } from './entries';
export { escapeRegex } from './escape-regex';
export { firstName, firstNames, type Renamable } from './first-name';
export { isMap, type Json, type JsonList, type JsonObject } from './json';
export {
  ALGORITHMS,
  type CaCertificate,
  type CertificateRegistration,
  caCertificate,
  holdsPrivateKey,
  type KeyProblem,
  type KeyResult,
  type PublicKey,
  type PublicKeySource,
  publicKey,
  registeredCertificate,
  type UnusableCertificate,
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
  definitionOf,
  type Environment,
  type ErrorPolicy,
  type Jwk,
  KIND_DEFINITIONS,
  KINDS,
  type KindDefinition,
  kindLabel,
  kindPlural,
  type Limits,
  type MaskingPolicy,
  type MetricsPolicy,
  type MtlsPolicy,
  type Partner,
  POLICY_FIELDS,
  type PolicyKinds,
  type Purpose,
  policyKind,
  type Quota,
  type RateLimitPolicy,
  type Sla,
  type Subscription,
  type Team,
  type Tier,
  type TokenPolicy,
} from './kinds';
export { strayConsentField } from './live-consent';
export {
  type DefinedOperation,
  type DefinitionOrigin,
  type Method,
  type OpenApiDefinition,
  type Operation,
  type OperationOrigin,
  operationSlug,
  operationSlugs,
  type ScopeAlternatives,
  type ServerPath,
} from './openapi';
export { own } from './own';
export { comparePositions, type Path, type Position, pointer } from './position';
export type { OnProgress } from './progress';
export { type Reference, referencesOf } from './references';
export { type SealProblem, sealOf, sealProblem } from './seal';
export type { SpecifiedApi } from './specified-api';
export { readSubject, type Subject, subjectOf, type UnreadableSubject } from './subject';
export {
  addToDay,
  compareVersions,
  type Duration,
  type DurationUnit,
  durationMs,
  holdsOn,
  nextVersion,
  parseDuration,
  percentValue,
  type Span,
  sizeBytes,
  spansOverlap,
} from './units';
export {
  mergeWindows,
  tierWindows,
  WINDOWS,
  type Window,
  type WindowConflict,
  type WindowLayer,
  type WindowLimit,
  type WindowPart,
  windowConflicts,
  windowPart,
  windowPath,
} from './windows';
export { commandLine, didYouMean, listOf, nearest, shellWord } from './wording';
