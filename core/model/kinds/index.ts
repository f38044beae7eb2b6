/** The kinds of documents: one file for each, and the list. */
export { type Api, defineApi } from './api';
export {
  type Application,
  type ApplicationDocument,
  type Credentials,
  defineApplication,
  type Subscription,
} from './application';
export { type AuditPolicy, defineAuditPolicy } from './audit-policy';
export { type ConsentPolicy, defineConsentPolicy } from './consent-policy';
export { type ContractTemplate, defineContractTemplate } from './contract-template';
export type { DocumentBody, TypeScriptDocument } from './definer';
export type { DocumentOf, Frozen, Kind } from './document-of';
export { defineEnvironment, type Environment } from './environment';
export { defineErrorPolicy, type ErrorPolicy } from './error-policy';
export {
  type CatalogPlace,
  isProgrammeEntry,
  type KindDefinition,
  PROGRAMME_MAPS,
  type ProgrammeEntry,
  type ReferencePattern,
  type ReferenceTarget,
} from './kind-definition';
export { kindLabel, kindPlural, targetLabel, targetPlural } from './labels';
export {
  definitionOf,
  KIND_DEFINITIONS,
  KINDS,
  type MappedKinds,
  POLICY_FIELDS,
  type PolicyKinds,
  policyKind,
} from './list';
export { defineMaskingPolicy, type MaskingPolicy } from './masking-policy';
export { defineMetricsPolicy, type MetricsPolicy } from './metrics-policy';
export { defineMtlsPolicy, type MtlsPolicy } from './mtls-policy';
export { definePartner, type Partner } from './partner';
export { defineProgramme, type Programme } from './programme';
export { defineRateLimitPolicy, type RateLimitPolicy } from './rate-limit-policy';
export { defineTeam, type Team } from './team';
export { defineTier, type Tier } from './tier';
export { defineTokenPolicy, type TokenPolicy } from './token-policy';
export { defineUseCase, type UseCase } from './use-case';
export type { Algorithm, Jwk, Limits, Price, PriceItem, PriceItems, Purpose, Quota, Sla } from './values';
