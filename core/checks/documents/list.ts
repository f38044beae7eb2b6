import type { LoadCheck } from '../check';
import { brokenLink } from './broken-link';
import { contractTextChanged } from './contract-text-changed';
import { contractTextNotFound } from './contract-text-not-found';
import { documentNotExported } from './document-not-exported';
import { duplicateItem } from './duplicate-item';
import { duplicateKey } from './duplicate-key';
import { duplicateName } from './duplicate-name';
import { emptyCatalog } from './empty-catalog';
import { emptyFile } from './empty-file';
import { fileTooLarge } from './file-too-large';
import { invalidCharacter } from './invalid-character';
import { invalidEncoding } from './invalid-encoding';
import { invalidExport } from './invalid-export';
import { invalidOpenapiFile } from './invalid-openapi-file';
import { linkOutsideCatalog } from './link-outside-catalog';
import { malformedValue } from './malformed-value';
import { misplacedDocument } from './misplaced-document';
import { misplacedTypescript } from './misplaced-typescript';
import { missingField } from './missing-field';
import { missingKind } from './missing-kind';
import { nestedTooDeep } from './nested-too-deep';
import { notAFile } from './not-a-file';
import { notAllowedValue } from './not-allowed-value';
import { openapiFileNotFound } from './openapi-file-not-found';
import { openapiReferenceNotFound } from './openapi-reference-not-found';
import { outOfRange } from './out-of-range';
import { repeatedOperationId } from './repeated-operation-id';
import { secretInCatalog } from './secret-in-catalog';
import { termsFileInvalid } from './terms-file-invalid';
import { termsFileMisplaced } from './terms-file-misplaced';
import { tooLong } from './too-long';
import { tooShort } from './too-short';
import { typescriptFailed } from './typescript-failed';
import { unknownField } from './unknown-field';
import { unknownKind } from './unknown-kind';
import { unreadableFile } from './unreadable-file';
import { unsupportedFormat } from './unsupported-format';
import { unsupportedValue } from './unsupported-value';
import { wrongType } from './wrong-type';
import { yamlAlias } from './yaml-alias';
import { yamlDirective } from './yaml-directive';
import { yamlIndentation } from './yaml-indentation';
import { yamlKey } from './yaml-key';
import { yamlMerge } from './yaml-merge';
import { yamlNumber } from './yaml-number';
import { yamlSyntax } from './yaml-syntax';
import { yamlTag } from './yaml-tag';

/** Every check of files, texts and single documents, by code. */
export const DOCUMENT_CHECKS: readonly LoadCheck[] = [
  brokenLink,
  contractTextChanged,
  contractTextNotFound,
  documentNotExported,
  duplicateItem,
  duplicateKey,
  duplicateName,
  emptyCatalog,
  emptyFile,
  fileTooLarge,
  invalidCharacter,
  invalidEncoding,
  invalidExport,
  invalidOpenapiFile,
  linkOutsideCatalog,
  malformedValue,
  misplacedDocument,
  misplacedTypescript,
  missingField,
  missingKind,
  nestedTooDeep,
  notAFile,
  notAllowedValue,
  openapiFileNotFound,
  openapiReferenceNotFound,
  outOfRange,
  repeatedOperationId,
  secretInCatalog,
  termsFileInvalid,
  termsFileMisplaced,
  tooLong,
  tooShort,
  typescriptFailed,
  unknownField,
  unknownKind,
  unreadableFile,
  unsupportedFormat,
  unsupportedValue,
  wrongType,
  yamlAlias,
  yamlDirective,
  yamlIndentation,
  yamlKey,
  yamlMerge,
  yamlNumber,
  yamlSyntax,
  yamlTag,
];
