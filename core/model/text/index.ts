/** Characters of texts, escapes, and digests. */
export { escapeRegex } from './escape-regex';
export { fileDigest, sha256, withLineFeeds } from './file-digest';
