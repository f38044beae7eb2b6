/** The catalog: its documents by kind and name, and their references to each other. */
export { applicationId } from './application-id';
export type {
  ApiEntry,
  ApplicationEntry,
  Catalog,
  CatalogMaps,
  Entry,
  Named,
  NamedValue,
  OwnedApplication,
  PolicyEntries,
  RejectedDocument,
  TermsEntry,
} from './catalog';
export {
  type DocumentName,
  formatDocumentName,
  type InvalidDocumentName,
  KIND_WORDS,
  type KindWord,
  type NamedDocument,
  parseDocumentName,
} from './document-name';
export { describeApplication, entriesOf, isUnread } from './entries';
export { entryOf, type Origin, type Originating, originIn, originOf, positionOf } from './origin';
export { programmeOf } from './programme';
export { type Reference, referencesOf } from './references';
export type { SpecifiedApi } from './specified-api';
export { type Terms, type TermsFile, termsName } from './terms-file';
