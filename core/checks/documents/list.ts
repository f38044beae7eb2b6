import type { LoadCheck } from '../check';
import { emptyFile } from './empty-file';

/** Every check of files, texts and single documents, by code. */
export const DOCUMENT_CHECKS: readonly LoadCheck[] = [emptyFile];
