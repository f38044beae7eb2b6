import { commercialFramework } from './commercial-framework';
import { complianceAndSecurity } from './compliance-and-security';
import { documentationAndPortal } from './documentation-and-portal';
import type { Element } from './element';
import { partnerManagement } from './partner-management';
import { technicalLayer } from './technical-layer';
import { useCaseIncubation } from './use-case-incubation';

/** The elements of a programme, in the order of reports. */
export const ELEMENTS: readonly Element[] = [
  technicalLayer,
  documentationAndPortal,
  commercialFramework,
  partnerManagement,
  complianceAndSecurity,
  useCaseIncubation,
];

/** The number of elements that a programme needs to work. */
export const REQUIRED_ELEMENTS = 5;
