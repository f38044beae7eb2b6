/** The environment of the catalog to test. */
export const ENVIRONMENT = 'sandbox';
