/** Characters of texts, and escapes. */
export { escapeRegex } from './escape-regex';
