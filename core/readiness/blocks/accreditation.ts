import { requirements } from '../elements/partner-management';
import { having, where } from '../places';
import type { Category } from './block';

/** What partners have proved. */
export const accreditation: Category = {
  id: 'accreditation',
  title: 'Accreditation',
  blocks: [
    {
      name: 'Verification',
      write: '`organization.identifications` in a Partner',
      find: ({ catalog }) =>
        where(catalog.partners, ({ organization }) => organization.identifications !== undefined, [
          'organization',
          'identifications',
        ]),
    },
    { name: 'Certification', criterion: requirements },
    {
      name: 'Badging',
      write: '`badges` in a Partner',
      find: ({ catalog }) => having(catalog.partners, 'badges'),
    },
  ],
};
