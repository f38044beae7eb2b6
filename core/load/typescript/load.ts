import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Detection } from '../../model';
import type { CallSite } from '../../model/base/call-site';
import type { ProgramDocument } from '../documents/program-document';
import type { Answer } from './answer';
import { describeFailure } from './failure';
import { exportFindings } from './findings';
import { CATALOG_FILE } from './misplaced';
import { ProgramPositions } from './program-positions';
import { PROGRAM_LIMITS, type ProgramLimits, runProgram } from './run-program';

/** Documents defined in TypeScript, and problems of their program. */
export interface TypeScriptResult {
  readonly documents: readonly ProgramDocument[];
  readonly findings: readonly Detection[];
}

/**
 * Runs the catalog's `gatewright.catalog.ts`, if it exists, and returns the documents that it exports, in the order in which they
 * were defined. The file is a program and runs in its own process with the permissions of this one: it can do everything that its
 * user may do. Its output goes to standard error. Never throws.
 *
 * @param folder path of the catalog's folder
 * @param root name of the folder in messages; default: its last part
 * @param limits limits of the program; default: `PROGRAM_LIMITS`
 */
export function loadTypeScript(
  folder: string,
  root: string = basename(resolve(folder)),
  limits: ProgramLimits = PROGRAM_LIMITS,
): TypeScriptResult {
  const file = join(resolve(folder), CATALOG_FILE);
  if (!existsSync(file)) return { documents: [], findings: [] };
  const positions = new ProgramPositions(resolve(folder), root);
  const failed = (message: string, hint?: string, site: CallSite = { file, line: 1, column: 1 }): Detection => ({
    code: 'typescript-failed',
    message,
    ...(hint !== undefined && { hint }),
    at: positions.position(site),
  });
  const answer = runProgram({ file, folder: resolve(folder) }, limits);
  if ('message' in answer) return { documents: [], findings: [failed(answer.message, answer.hint)] };
  const findings: Detection[] = [];
  if (answer.failure) {
    const { message, hint, site } = describeFailure(answer.failure);
    findings.push(failed(message, hint, site));
  }
  return {
    documents: exportedDocuments(answer, positions),
    findings: [...findings, ...exportFindings(answer, file, positions)],
  };
}

function exportedDocuments({ documents }: Answer, positions: ProgramPositions): readonly ProgramDocument[] {
  return documents
    .filter(({ exported }) => exported)
    .map(({ value, size, problems, site, length }) => ({
      document: value as unknown as ProgramDocument['document'],
      at: positions.position(site, length),
      plain: { size, problems },
    }));
}
