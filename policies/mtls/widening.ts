import type { WideningList } from '../plugin/widening-list';

/** The trusted CAs: certificates of the old CA are in use until partners have those of the new one. */
export const MTLS_WIDENING: readonly WideningList[] = [
  { plugin: 'partner-mtls', path: 'ca_certificates' },
  { plugin: 'mtls-auth', path: 'ca_certificates' },
];
