import { readSubject } from '../subject';
import type { FormProblem } from './web-address';

/** What keeps a text from being read as the subject of a certificate; undefined where nothing does. */
export function subjectProblem(text: string): FormProblem | undefined {
  const read = readSubject(text);
  return read.ok ? undefined : read;
}
