import type { Check } from './check';
import { openapiInvalid } from './openapi-invalid';
import { openapiUnused } from './openapi-unused';
import { refusedRoutes } from './refused-routes';
import { renamedFrom } from './renamed-from';
import { repeatedEntry } from './repeated-entry';
import { resellerCycle } from './reseller-cycle';
import { resellerType } from './reseller-type';
import { reservedName } from './reserved-name';
import { routeConflict } from './route-conflict';
import { scopeWithoutOperation } from './scope-without-operation';
import { scopesWeakened } from './scopes-weakened';
import { serverPath } from './server-path';
import { shardsChanged } from './shards-changed';
import { sharedCertificate } from './shared-certificate';
import { sharedClientId } from './shared-client-id';
import { sharedHost } from './shared-host';
import { sharedKey } from './shared-key';
import { slaOrder } from './sla-order';
import { subjectOrder } from './subject-order';
import { subscriptionWithoutEffect } from './subscription-without-effect';
import { subscriptionWithoutScopes } from './subscription-without-scopes';
import { successor } from './successor';
import { sunsetNotice } from './sunset-notice';
import { sunsetPassed } from './sunset-passed';
import { tierNotOffered } from './tier-not-offered';
import { tierStatus } from './tier-status';
import { tierTermsChanged } from './tier-terms-changed';
import { tokenKey } from './token-key';
import { tokenSource } from './token-source';
import { tooManyOperations } from './too-many-operations';
import { trialOnly } from './trial-only';
import { unknownOperation } from './unknown-operation';
import { unknownScope } from './unknown-scope';
import { unusedDocument } from './unused-document';
import { userContext } from './user-context';
import { windowOrder } from './window-order';

/** Every check, by name. The order does not matter: findings are sorted by place. */
export const CHECKS: readonly Check[] = [
  openapiInvalid,
  openapiUnused,
  refusedRoutes,
  renamedFrom,
  repeatedEntry,
  resellerCycle,
  resellerType,
  reservedName,
  routeConflict,
  scopeWithoutOperation,
  scopesWeakened,
  serverPath,
  shardsChanged,
  sharedCertificate,
  sharedClientId,
  sharedHost,
  sharedKey,
  slaOrder,
  subjectOrder,
  subscriptionWithoutEffect,
  subscriptionWithoutScopes,
  successor,
  sunsetNotice,
  sunsetPassed,
  tierNotOffered,
  tierStatus,
  tierTermsChanged,
  tokenKey,
  tokenSource,
  tooManyOperations,
  trialOnly,
  unknownOperation,
  unknownScope,
  unusedDocument,
  userContext,
  windowOrder,
];
