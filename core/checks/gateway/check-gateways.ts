import { type Catalog, type Finding, sortFindings } from '../../model';
import { calendarMonth } from './calendar-month';
import { clockSkew } from './clock-skew';
import { consumerGroups } from './consumer-groups';
import { durationRange } from './duration-range';
import { enterpriseOnly } from './enterprise-only';
import { gatewayVersion } from './gateway-version';
import { jwtPsKeySize } from './jwt-ps-key-size';
import { limitations } from './limitations';
import { listenerWorkspace } from './listener-workspace';
import { upstreamCapacity } from './upstream-capacity';

/**
 * What the gateways of a catalog's environments cannot do, or do otherwise than the documents say, each with the way out. A
 * catalog that is only partly loaded is fine; what depends on a missing document is not checked.
 */
export function checkGateways(catalog: Catalog): readonly Finding[] {
  return sortFindings([
    ...gatewayVersion(catalog),
    ...limitations(catalog),
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
