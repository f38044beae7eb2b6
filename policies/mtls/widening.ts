import type { WideningList } from '../plugin/widening-list';

/** The trusted CAs: partners use certificates of the old CA until they have those of the new one. */
export const MTLS_WIDENING: readonly WideningList[] = [
  { plugin: 'partner-mtls', path: 'ca_certificates' },
  { plugin: 'mtls-auth', path: 'ca_certificates' },
];
