import { originOf } from '../../model';
import { type Criterion, everyOne, teamFor } from '../criterion';
import { having, where } from '../places';
import type { Element } from './element';

const responsibleTeam: Criterion = {
  id: 'responsible-team',
  title: 'a team that is responsible for partners',
  write: '`roles.partner-management` in the Programme',
  find: teamFor('partner-management'),
};

/** Requirements that apply to somebody. */
export const requirements: Criterion = {
  id: 'requirements',
  title: 'requirements that partners must meet',
  write: '`requirements` in the Programme, and `requires` in a Tier or a level',
  find: ({ catalog, programme }) => {
    const levels = Object.entries(programme.value.levels ?? {});
    return {
      places: [
        ...having(catalog.tiers, 'requires'),
        ...levels.flatMap(([name, { requires }]) =>
          requires ? [originOf(programme, ['levels', name, 'requires'])] : [],
        ),
      ],
    };
  },
};

/** Levels that partners can reach. */
export const levels: Criterion = {
  id: 'levels',
  title: 'accreditation levels',
  write: '`levels` in the Programme',
  find: ({ catalog }) => ({ places: having(catalog.programmes, 'levels') }),
};

const activePartner: Criterion = {
  id: 'active-partner',
  title: 'a partner with access in production',
  write: 'an approved Partner whose application has credentials and a subscription for production',
  find: ({ catalog, granted }) => ({
    places: where(catalog.partners, ({ name }) => granted.partners.has(name)),
  }),
};

const technicalContacts: Criterion = {
  id: 'technical-contacts',
  title: 'a technical contact of every partner with access in production',
  write: '`contacts` with the role `technical` in the Partner',
  find: ({ catalog, granted }) =>
    everyOne(
      [...catalog.partners.values()].filter(({ name }) => granted.partners.has(name)),
      ({ contacts }) => contacts.some(({ role }) => role === 'technical'),
      ['contacts'],
    ),
};

const targets: Criterion = {
  id: 'targets',
  title: 'targets of the programme',
  write: '`targets` in the Programme',
  find: ({ catalog }) => ({ places: having(catalog.programmes, 'targets') }),
};

/** Who looks after partners, and what is asked of them. */
export const partnerManagement: Element = {
  id: 'partner-management',
  title: 'Partner management',
  criteria: [responsibleTeam, requirements, levels, activePartner, technicalContacts, targets],
};
