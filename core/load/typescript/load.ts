import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Detection } from '../../model';
import type { CallSite } from '../../model/base/call-site';
import type { ProgramDocument } from '../documents/program-document';
import type { Answer } from './answer';
import { failureWords } from './failure';
import { exportFindings } from './findings';
import { CATALOG_FILE } from './misplaced';
import { ProgramPlaces } from './places';
import { PROGRAM_LIMITS, type ProgramLimits, runProgram } from './run-program';

/** Documents made in TypeScript, and what went wrong. */
export interface TypeScriptResult {
  readonly documents: readonly ProgramDocument[];
  readonly findings: readonly Detection[];
}

/**
 * Runs the catalog's `gatewright.catalog.ts`, if there is one, and takes the documents that it exports, in the order in which
 * they were defined. The file is a program and runs in a process of its own, with the rights of this one: it can do whatever its
 * author may do. What it prints goes to standard error. Throws nothing.
 *
 * @param folder path of the catalog's folder
 * @param root name of the folder as messages show it; default: its last part
 * @param limits bounds of the program; default: `PROGRAM_LIMITS`
 */
export function loadTypeScript(
  folder: string,
  root: string = basename(resolve(folder)),
  limits: ProgramLimits = PROGRAM_LIMITS,
): TypeScriptResult {
  const file = join(resolve(folder), CATALOG_FILE);
  if (!existsSync(file)) return { documents: [], findings: [] };
  const places = new ProgramPlaces(resolve(folder), root);
  const failed = (message: string, hint?: string, site: CallSite = { file, line: 1, column: 1 }): Detection => ({
    code: 'typescript-failed',
    message,
    ...(hint !== undefined && { hint }),
    at: places.position(site),
  });
  const answer = runProgram({ file, folder: resolve(folder) }, limits);
  if ('message' in answer) return { documents: [], findings: [failed(answer.message, answer.hint)] };
  const findings: Detection[] = [];
  if (answer.failure) {
    const { message, hint, site } = failureWords(answer.failure);
    findings.push(failed(message, hint, site));
  }
  return {
    documents: exportedDocuments(answer, places),
    findings: [...findings, ...exportFindings(answer, file, places)],
  };
}

function exportedDocuments({ documents }: Answer, places: ProgramPlaces): readonly ProgramDocument[] {
  return documents
    .filter(({ exported }) => exported)
    .map(({ value, size, problems, site, length }) => ({
      document: value as unknown as ProgramDocument['document'],
      at: places.position(site, length),
      plain: { size, problems },
    }));
}
