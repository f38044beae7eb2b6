/** Text as such: what needs an escape, what nobody sees. */
export { escapeRegex } from './escape-regex';
