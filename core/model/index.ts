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
  type SpecifiedApi,
  scopeAlternatives,
  tiersOf,
  type Upstream,
  upstreamIn,
} from './api';
export type {
  ApiEntry,
  ApplicationEntry,
  Catalog,
  Entry,
  LeftOut,
  Named,
  OwnedApplication,
  PolicyEntries,
  PolicyKinds,
  Valued,
} from './catalog';
export { type Complete, type DefaultedField, defaultOf, defaultsOf, withDefaults } from './defaults';
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
export { applicationWords, entriesOf, isUnread, kindWord, kindWords } from './entries';
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
export { REFERENCES, type Reference, referencesOf } from './references';
export { type SealProblem, sealOf, sealProblem } from './seal';
export { redact } from './secrets';
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
