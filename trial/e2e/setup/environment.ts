/** The environment of the catalog that is tried. */
export const ENVIRONMENT = 'sandbox';
