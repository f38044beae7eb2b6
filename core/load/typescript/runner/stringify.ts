/** What Node has for `JSON.stringify`: kept before the program runs, which may replace it. */
export const { stringify } = JSON;
