import { access } from './access';
import { accreditation } from './accreditation';
import type { Category } from './block';
import { branding } from './branding';
import { business } from './business';
import { communications } from './communications';
import { education } from './education';
import { events } from './events';
import { exposure } from './exposure';
import { innovation } from './innovation';
import { marketing } from './marketing';
import { observability } from './observability';
import { onBoarding } from './on-boarding';
import { platform } from './platform';
import { purpose } from './purpose';
import { requirements } from './requirements';
import { support } from './support';
import { typesOfPartners } from './types-of-partners';

/** The building blocks of partner programmes, in the order of reports. */
export const CATEGORIES: readonly Category[] = [
  purpose,
  onBoarding,
  access,
  education,
  business,
  innovation,
  exposure,
  marketing,
  branding,
  communications,
  events,
  support,
  platform,
  observability,
  accreditation,
  typesOfPartners,
  requirements,
];
