import type { Check } from '../check';
import { apiChangedStack } from './api-changed-stack';
import { apiNotVisible } from './api-not-visible';
import { apiServedNowhere } from './api-served-nowhere';
import { apiVersionMismatch } from './api-version-mismatch';
import { approvalIncomplete } from './approval-incomplete';
import { approvalMissing } from './approval-missing';
import { clientCaOutsideValidity } from './client-ca-outside-validity';
import { consentAvoidable } from './consent-avoidable';
import { consentNeverAsked } from './consent-never-asked';
import { consentWithoutScopes } from './consent-without-scopes';
import { contractEnded } from './contract-ended';
import { contractNotAccepted } from './contract-not-accepted';
import { credentialsWithoutSubscription } from './credentials-without-subscription';
import { datesOutOfOrder } from './dates-out-of-order';
import { environmentNotCovered } from './environment-not-covered';
import { environmentServesNothing } from './environment-serves-nothing';
import { evidenceExpired } from './evidence-expired';
import { futureDecision } from './future-decision';
import { grantTypeNotAccepted } from './grant-type-not-accepted';
import { invalidClientCa } from './invalid-client-ca';
import { invalidMaskingRule } from './invalid-masking-rule';
import { keyAlgorithmMismatch } from './key-algorithm-mismatch';
import { keyIdMismatch } from './key-id-mismatch';
import { keyNotAccepted } from './key-not-accepted';
import { localQuota } from './local-quota';
import { localQuotaInTrial } from './local-quota-in-trial';
import { maskedStream } from './masked-stream';
import { missingCertificate } from './missing-certificate';
import { missingConsentPolicy } from './missing-consent-policy';
import { missingDeprecation } from './missing-deprecation';
import { missingEvidence } from './missing-evidence';
import { missingKey } from './missing-key';
import { missingPurpose } from './missing-purpose';
import { missingSunset } from './missing-sunset';
import { noEnvironment } from './no-environment';
import { nothingExposed } from './nothing-exposed';
import { operationWithoutScopes } from './operation-without-scopes';
import { overlappingSubscriptions } from './overlapping-subscriptions';
import { overrideWithoutEffect } from './override-without-effect';
import { privateKey } from './private-key';
import { purposeNotAllowed } from './purpose-not-allowed';
import { quotaForOperation } from './quota-for-operation';
import { shardsDifferFromOutput } from './shards-differ-from-output';
import { sharedAudience } from './shared-audience';
import { unknownReference } from './unknown-reference';
import { unprotectedRedis } from './unprotected-redis';
import { unusableKey } from './unusable-key';
import { unusedConsentSetting } from './unused-consent-setting';
import { upstreamWithoutTls } from './upstream-without-tls';
import { weakKey } from './weak-key';

/** Every check between the documents of a catalog, by code. */
export const CATALOG_CHECKS: readonly Check[] = [
  apiChangedStack,
  apiNotVisible,
  apiServedNowhere,
  apiVersionMismatch,
  approvalIncomplete,
  approvalMissing,
  clientCaOutsideValidity,
  consentAvoidable,
  consentNeverAsked,
  consentWithoutScopes,
  contractEnded,
  contractNotAccepted,
  credentialsWithoutSubscription,
  datesOutOfOrder,
  environmentNotCovered,
  environmentServesNothing,
  evidenceExpired,
  futureDecision,
  grantTypeNotAccepted,
  invalidClientCa,
  invalidMaskingRule,
  keyAlgorithmMismatch,
  keyIdMismatch,
  keyNotAccepted,
  localQuota,
  localQuotaInTrial,
  maskedStream,
  missingCertificate,
  missingConsentPolicy,
  missingDeprecation,
  missingEvidence,
  missingKey,
  missingPurpose,
  missingSunset,
  noEnvironment,
  nothingExposed,
  operationWithoutScopes,
  overlappingSubscriptions,
  overrideWithoutEffect,
  privateKey,
  purposeNotAllowed,
  quotaForOperation,
  shardsDifferFromOutput,
  sharedAudience,
  unknownReference,
  unprotectedRedis,
  unusableKey,
  unusedConsentSetting,
  upstreamWithoutTls,
  weakKey,
];
