import { openTier } from '../elements/commercial-framework';
import { sandbox } from '../elements/technical-layer';
import { where } from '../places';
import type { Category } from './block';

/** What partners can reach. */
export const access: Category = {
  id: 'access',
  title: 'Access',
  blocks: [
    { name: 'Program Tiers', criterion: openTier },
    {
      name: 'Early Access to APIs',
      write: '`lifecycle: preview` in an Api, and `audience` for the partners who may subscribe',
      find: ({ catalog }) => where(catalog.apis, ({ lifecycle }) => lifecycle === 'preview', ['lifecycle']),
    },
    { name: 'Early Access to New Features', absent: 'field' },
    { name: 'Early Access to Road Map', absent: 'page' },
    {
      name: 'Partner Only APIs',
      write: '`visibility: partner-only` in an Api',
      find: ({ catalog }) => where(catalog.apis, ({ visibility }) => visibility !== 'public', ['visibility']),
    },
    { name: 'Community', absent: 'link' },
    { name: 'Demo Accounts', absent: 'field' },
    { name: 'Sandbox', criterion: sandbox },
  ],
};
