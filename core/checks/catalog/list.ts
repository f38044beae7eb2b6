import type { Check } from '../check';
import { apiChangedStack } from './api-changed-stack';
import { apiNotVisible } from './api-not-visible';
import { apiServedNowhere } from './api-served-nowhere';
import { apiVersionMismatch } from './api-version-mismatch';
import { approvalIncomplete } from './approval-incomplete';
import { approvalMissing } from './approval-missing';
import { clientCaOutsideValidity } from './client-ca-outside-validity';
import { contractEnded } from './contract-ended';
import { contractNotAccepted } from './contract-not-accepted';
import { credentialsWithoutSubscription } from './credentials-without-subscription';
import { datesOutOfOrder } from './dates-out-of-order';
import { invalidClientCa } from './invalid-client-ca';
import { invalidMaskingRule } from './invalid-masking-rule';
import { keyAlgorithmMismatch } from './key-algorithm-mismatch';
import { keyNotAccepted } from './key-not-accepted';
import { missingCertificate } from './missing-certificate';
import { missingConsentPolicy } from './missing-consent-policy';
import { missingDeprecation } from './missing-deprecation';
import { missingKey } from './missing-key';
import { missingSunset } from './missing-sunset';
import { privateKey } from './private-key';
import { shardsDifferFromOutput } from './shards-differ-from-output';
import { sharedAudience } from './shared-audience';
import { unknownReference } from './unknown-reference';
import { unusableKey } from './unusable-key';
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
  contractEnded,
  contractNotAccepted,
  credentialsWithoutSubscription,
  datesOutOfOrder,
  invalidClientCa,
  invalidMaskingRule,
  keyAlgorithmMismatch,
  keyNotAccepted,
  missingCertificate,
  missingConsentPolicy,
  missingDeprecation,
  missingKey,
  missingSunset,
  privateKey,
  shardsDifferFromOutput,
  sharedAudience,
  unknownReference,
  unusableKey,
  weakKey,
];
