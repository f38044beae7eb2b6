import type { WideningList } from '../plugin/widening-list';

/** The groups that may call: a partner is in the old group or in the new one until its entries are changed. */
export const ACCESS_WIDENING: readonly WideningList[] = [{ plugin: 'acl', path: 'allow' }];
