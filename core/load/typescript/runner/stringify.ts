/** Node's `JSON.stringify`, saved before the program runs, which may replace it. */
export const { stringify } = JSON;
