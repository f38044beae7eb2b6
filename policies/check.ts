import { type Catalog, type Diagnostic, sortDiagnostics } from '../model';
import { calendarMonth } from './checks/calendar-month';
import { clockSkew } from './checks/clock-skew';
import { consumerGroups } from './checks/consumer-groups';
import { durationRange } from './checks/duration-range';
import { enterpriseOnly } from './checks/enterprise-only';
import { gatewayVersion } from './checks/gateway-version';
import { jwtPsKeySize } from './checks/jwt-ps-key-size';
import { limits } from './checks/limits';
import { listenerWorkspace } from './checks/listener-workspace';
import { upstreamCapacity } from './checks/upstream-capacity';

/**
 * What the gateways of a catalog's environments cannot do, or do otherwise than the documents say, each with the way out. A
 * catalog that is only partly loaded is fine; what depends on a missing document is not checked.
 */
export function checkPolicies(catalog: Catalog): readonly Diagnostic[] {
  return sortDiagnostics([
    ...gatewayVersion(catalog),
    ...limits(catalog),
    ...enterpriseOnly(catalog),
    ...clockSkew(catalog),
    ...durationRange(catalog),
    ...calendarMonth(catalog),
    ...consumerGroups(catalog),
    ...listenerWorkspace(catalog),
    ...jwtPsKeySize(catalog),
    ...upstreamCapacity(catalog),
  ]);
}
