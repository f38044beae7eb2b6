import type { LoadCheck } from '../check';
import { documentNotExported } from './document-not-exported';
import { emptyFile } from './empty-file';
import { openapiReferenceNotFound } from './openapi-reference-not-found';

/** Every check of files, texts and single documents, by code. */
export const DOCUMENT_CHECKS: readonly LoadCheck[] = [documentNotExported, emptyFile, openapiReferenceNotFound];
