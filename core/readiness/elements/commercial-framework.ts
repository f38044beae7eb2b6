import { type Criterion, teamFor } from '../criterion';
import { having, where } from '../places';
import type { Element } from './element';

/** A tier that any partner can choose. */
export const openTier: Criterion = {
  id: 'open-tier',
  title: 'an active tier that is open to all partners',
  write: '`status: active` in a Tier without `partners`',
  find: ({ activeTiers }) => ({ places: where(activeTiers, ({ partners }) => partners === undefined, ['status']) }),
};

const price: Criterion = {
  id: 'price',
  title: 'an active tier with a price',
  write: '`price` in a Tier',
  find: ({ activeTiers }) => ({ places: having(activeTiers, 'price') }),
};

const serviceLevel: Criterion = {
  id: 'service-level',
  title: 'an active tier with a service level',
  write: '`sla` in a Tier',
  find: ({ activeTiers }) => ({ places: having(activeTiers, 'sla') }),
};

const support: Criterion = {
  id: 'support',
  title: 'an active tier with support',
  write: '`support` in a Tier',
  find: ({ activeTiers }) => ({ places: having(activeTiers, 'support') }),
};

/** A contract that partners can accept today. */
export const contract: Criterion = {
  id: 'contract',
  title: 'a contract that partners can accept',
  write: 'a version with texts in a ContractTemplate: `effective` in the past, `retired` not reached',
  find: ({ contractVersions }) => ({ places: contractVersions.map(({ origin }) => origin) }),
};

const finance: Criterion = {
  id: 'finance',
  title: 'a team that is responsible for finance',
  write: '`roles.finance` in the Programme',
  find: teamFor('finance'),
};

/** What partners pay, and what they are promised for it. */
export const commercialFramework: Element = {
  id: 'commercial-framework',
  title: 'Commercial framework',
  criteria: [openTier, price, serviceLevel, support, contract, finance],
};
