import { portal } from '../elements/documentation-and-portal';
import { sandbox } from '../elements/technical-layer';
import type { Category } from './block';

/** What partners log in to. */
export const platform: Category = {
  id: 'platform',
  title: 'Platform',
  blocks: [
    { name: 'Portal', criterion: portal },
    { name: 'Login', absent: 'portal' },
    { name: 'Account', absent: 'portal' },
    { name: 'Dashboard', absent: 'portal' },
    { name: 'Analytics', absent: 'calls' },
    { name: 'Sandbox', criterion: sandbox },
  ],
};
