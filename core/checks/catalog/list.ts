import type { Check } from '../check';
import { accreditationEnded } from './accreditation-ended';
import { agreementWithoutSubscription } from './agreement-without-subscription';
import { ambiguousSubjectOrder } from './ambiguous-subject-order';
import { apiChangedStack } from './api-changed-stack';
import { apiNotVisible } from './api-not-visible';
import { apiServedNowhere } from './api-served-nowhere';
import { apiVersionMismatch } from './api-version-mismatch';
import { approvalIncomplete } from './approval-incomplete';
import { approvalMissing } from './approval-missing';
import { audienceWithoutEffect } from './audience-without-effect';
import { badgeEnded } from './badge-ended';
import { badgeNotEarned } from './badge-not-earned';
import { callsPricedTwice } from './calls-priced-twice';
import { callsWithoutPrice } from './calls-without-price';
import { clientCaOutsideValidity } from './client-ca-outside-validity';
import { confirmedByAnotherRole } from './confirmed-by-another-role';
import { consentAvoidable } from './consent-avoidable';
import { consentNeverAsked } from './consent-never-asked';
import { consentWithoutScopes } from './consent-without-scopes';
import { contractEnded } from './contract-ended';
import { contractNotAccepted } from './contract-not-accepted';
import { contractVersionNotOpen } from './contract-version-not-open';
import { credentialsWithoutSubscription } from './credentials-without-subscription';
import { creditAboveCap } from './credit-above-cap';
import { creditCapAboveContract } from './credit-cap-above-contract';
import { creditForKeptPromise } from './credit-for-kept-promise';
import { creditStepsOutOfOrder } from './credit-steps-out-of-order';
import { creditWithoutEffect } from './credit-without-effect';
import { creditsWithoutAvailability } from './credits-without-availability';
import { datesOutOfOrder } from './dates-out-of-order';
import { deviationWithoutEffect } from './deviation-without-effect';
import { dutyNotAssigned } from './duty-not-assigned';
import { dutyWithoutReseller } from './duty-without-reseller';
import { environmentNotCovered } from './environment-not-covered';
import { environmentServesNothing } from './environment-serves-nothing';
import { equalRanks } from './equal-ranks';
import { evidenceExpired } from './evidence-expired';
import { foreignCurrency } from './foreign-currency';
import { futureDecision } from './future-decision';
import { generalSupportAsOwner } from './general-support-as-owner';
import { grantTypeNotAccepted } from './grant-type-not-accepted';
import { hostSharedAcrossStages } from './host-shared-across-stages';
import { insecureOutsideTrial } from './insecure-outside-trial';
import { invalidClientCa } from './invalid-client-ca';
import { invalidIssuerKey } from './invalid-issuer-key';
import { invalidMaskingRule } from './invalid-masking-rule';
import { invalidOperation } from './invalid-operation';
import { invalidPriceItem } from './invalid-price-item';
import { invalidSuccessor } from './invalid-successor';
import { keyAlgorithmMismatch } from './key-algorithm-mismatch';
import { keyIdMismatch } from './key-id-mismatch';
import { keyNotAccepted } from './key-not-accepted';
import { latencyBetweenBuckets } from './latency-between-buckets';
import { latencyOutOfOrder } from './latency-out-of-order';
import { levelNotMet } from './level-not-met';
import { limitsOutOfOrder } from './limits-out-of-order';
import { liveUseCaseWithoutAnchor } from './live-use-case-without-anchor';
import { liveUseCaseWithoutApi } from './live-use-case-without-api';
import { localQuota } from './local-quota';
import { localQuotaInTrial } from './local-quota-in-trial';
import { maskedStream } from './masked-stream';
import { minimumCallsAboveQuota } from './minimum-calls-above-quota';
import { minimumWithoutCalls } from './minimum-without-calls';
import { missingCertificate } from './missing-certificate';
import { missingConsentPolicy } from './missing-consent-policy';
import { missingDeprecation } from './missing-deprecation';
import { missingEvidence } from './missing-evidence';
import { missingKey } from './missing-key';
import { missingProgramme } from './missing-programme';
import { missingPurpose } from './missing-purpose';
import { missingSunset } from './missing-sunset';
import { missingTranslation } from './missing-translation';
import { noEnvironment } from './no-environment';
import { notAReseller } from './not-a-reseller';
import { nothingExposed } from './nothing-exposed';
import { obligationOverdue } from './obligation-overdue';
import { operationWithoutScopes } from './operation-without-scopes';
import { outsideAudience } from './outside-audience';
import { overageNotBilled } from './overage-not-billed';
import { overageOfTwoQuotas } from './overage-of-two-quotas';
import { overageWithoutQuota } from './overage-without-quota';
import { overlappingDeviations } from './overlapping-deviations';
import { overlappingSubscriptions } from './overlapping-subscriptions';
import { overrideWithoutEffect } from './override-without-effect';
import { percentagesAbove100 } from './percentages-above-100';
import { personalMailbox } from './personal-mailbox';
import { priceBeyondQuota } from './price-beyond-quota';
import { priceNeverApplies } from './price-never-applies';
import { priceNoticeTooShort } from './price-notice-too-short';
import { priceStepsOutOfOrder } from './price-steps-out-of-order';
import { pricedApiNotOffered } from './priced-api-not-offered';
import { privateKey } from './private-key';
import { purposeNotAllowed } from './purpose-not-allowed';
import { quotaForOperation } from './quota-for-operation';
import { renameConflict } from './rename-conflict';
import { repeatedEntry } from './repeated-entry';
import { resellerCycle } from './reseller-cycle';
import { resellerLost } from './reseller-lost';
import { reservedName } from './reserved-name';
import { routeConflict } from './route-conflict';
import { scopeWithoutOperation } from './scope-without-operation';
import { scopesWeakened } from './scopes-weakened';
import { serverPathMismatch } from './server-path-mismatch';
import { severalCurrencies } from './several-currencies';
import { severalProgrammes } from './several-programmes';
import { shardsChanged } from './shards-changed';
import { shardsDifferFromOutput } from './shards-differ-from-output';
import { shardsNotSealed } from './shards-not-sealed';
import { shareWithoutReseller } from './share-without-reseller';
import { sharedAudience } from './shared-audience';
import { sharedCertificate } from './shared-certificate';
import { sharedClientId } from './shared-client-id';
import { sharedHandle } from './shared-handle';
import { sharedHost } from './shared-host';
import { sharedKey } from './shared-key';
import { slaAboveApi } from './sla-above-api';
import { slaWithoutApiFigure } from './sla-without-api-figure';
import { slaWithoutMetrics } from './sla-without-metrics';
import { slaWithoutRecords } from './sla-without-records';
import { subscriptionWithoutEffect } from './subscription-without-effect';
import { subscriptionWithoutScopes } from './subscription-without-scopes';
import { successorUnavailable } from './successor-unavailable';
import { sunsetPassed } from './sunset-passed';
import { sunsetTooEarly } from './sunset-too-early';
import { supportWithoutPhone } from './support-without-phone';
import { termsFileChanged } from './terms-file-changed';
import { termsFileMissing } from './terms-file-missing';
import { termsFileUnused } from './terms-file-unused';
import { termsNoticeTooShort } from './terms-notice-too-short';
import { termsPinChangesLimits } from './terms-pin-changes-limits';
import { termsPinUnknown } from './terms-pin-unknown';
import { tierNotActive } from './tier-not-active';
import { tierNotForPartner } from './tier-not-for-partner';
import { tierNotOffered } from './tier-not-offered';
import { tierSealsOutOfOrder } from './tier-seals-out-of-order';
import { tierTermsChanged } from './tier-terms-changed';
import { tokenIssuerIncomplete } from './token-issuer-incomplete';
import { tooManyOperations } from './too-many-operations';
import { tooManyRefusingRoutes } from './too-many-refusing-routes';
import { unfilledRole } from './unfilled-role';
import { unknownContractText } from './unknown-contract-text';
import { unknownContractVersion } from './unknown-contract-version';
import { unknownOpenapiKey } from './unknown-openapi-key';
import { unknownOperation } from './unknown-operation';
import { unknownPriceItem } from './unknown-price-item';
import { unknownReference } from './unknown-reference';
import { unknownScope } from './unknown-scope';
import { unknownSecurityScheme } from './unknown-security-scheme';
import { unprotectedRedis } from './unprotected-redis';
import { unusableKey } from './unusable-key';
import { unusedConsentSetting } from './unused-consent-setting';
import { unusedDocument } from './unused-document';
import { unusedIssuerSetting } from './unused-issuer-setting';
import { unusedOpenapiFile } from './unused-openapi-file';
import { upstreamWithoutTls } from './upstream-without-tls';
import { userContextUnavailable } from './user-context-unavailable';
import { weakKey } from './weak-key';

/** Every check between the documents of a catalog, by code. */
export const CATALOG_CHECKS: readonly Check[] = [
  accreditationEnded,
  agreementWithoutSubscription,
  ambiguousSubjectOrder,
  apiChangedStack,
  apiNotVisible,
  apiServedNowhere,
  apiVersionMismatch,
  approvalIncomplete,
  approvalMissing,
  audienceWithoutEffect,
  badgeEnded,
  badgeNotEarned,
  callsPricedTwice,
  callsWithoutPrice,
  clientCaOutsideValidity,
  confirmedByAnotherRole,
  consentAvoidable,
  consentNeverAsked,
  consentWithoutScopes,
  contractEnded,
  contractNotAccepted,
  contractVersionNotOpen,
  credentialsWithoutSubscription,
  creditAboveCap,
  creditCapAboveContract,
  creditForKeptPromise,
  creditStepsOutOfOrder,
  creditWithoutEffect,
  creditsWithoutAvailability,
  datesOutOfOrder,
  deviationWithoutEffect,
  dutyNotAssigned,
  dutyWithoutReseller,
  environmentNotCovered,
  environmentServesNothing,
  equalRanks,
  evidenceExpired,
  foreignCurrency,
  futureDecision,
  generalSupportAsOwner,
  grantTypeNotAccepted,
  hostSharedAcrossStages,
  insecureOutsideTrial,
  invalidClientCa,
  invalidIssuerKey,
  invalidMaskingRule,
  invalidOperation,
  invalidPriceItem,
  invalidSuccessor,
  keyAlgorithmMismatch,
  keyIdMismatch,
  keyNotAccepted,
  latencyBetweenBuckets,
  latencyOutOfOrder,
  levelNotMet,
  limitsOutOfOrder,
  liveUseCaseWithoutAnchor,
  liveUseCaseWithoutApi,
  localQuota,
  localQuotaInTrial,
  maskedStream,
  minimumCallsAboveQuota,
  minimumWithoutCalls,
  missingCertificate,
  missingConsentPolicy,
  missingDeprecation,
  missingEvidence,
  missingKey,
  missingProgramme,
  missingPurpose,
  missingSunset,
  missingTranslation,
  noEnvironment,
  notAReseller,
  nothingExposed,
  obligationOverdue,
  operationWithoutScopes,
  outsideAudience,
  overageNotBilled,
  overageOfTwoQuotas,
  overageWithoutQuota,
  overlappingDeviations,
  overlappingSubscriptions,
  overrideWithoutEffect,
  percentagesAbove100,
  personalMailbox,
  priceBeyondQuota,
  priceNeverApplies,
  priceNoticeTooShort,
  priceStepsOutOfOrder,
  pricedApiNotOffered,
  privateKey,
  purposeNotAllowed,
  quotaForOperation,
  renameConflict,
  repeatedEntry,
  resellerCycle,
  resellerLost,
  reservedName,
  routeConflict,
  scopeWithoutOperation,
  scopesWeakened,
  serverPathMismatch,
  severalCurrencies,
  severalProgrammes,
  shardsChanged,
  shardsDifferFromOutput,
  shardsNotSealed,
  shareWithoutReseller,
  sharedAudience,
  sharedCertificate,
  sharedClientId,
  sharedHandle,
  sharedHost,
  sharedKey,
  slaAboveApi,
  slaWithoutApiFigure,
  slaWithoutMetrics,
  slaWithoutRecords,
  subscriptionWithoutEffect,
  subscriptionWithoutScopes,
  successorUnavailable,
  sunsetPassed,
  sunsetTooEarly,
  supportWithoutPhone,
  termsFileChanged,
  termsFileMissing,
  termsFileUnused,
  termsNoticeTooShort,
  termsPinChangesLimits,
  termsPinUnknown,
  tierNotActive,
  tierNotForPartner,
  tierNotOffered,
  tierSealsOutOfOrder,
  tierTermsChanged,
  tokenIssuerIncomplete,
  tooManyOperations,
  tooManyRefusingRoutes,
  unfilledRole,
  unknownContractText,
  unknownContractVersion,
  unknownOpenapiKey,
  unknownOperation,
  unknownPriceItem,
  unknownReference,
  unknownScope,
  unknownSecurityScheme,
  unprotectedRedis,
  unusableKey,
  unusedConsentSetting,
  unusedDocument,
  unusedIssuerSetting,
  unusedOpenapiFile,
  upstreamWithoutTls,
  userContextUnavailable,
  weakKey,
];
