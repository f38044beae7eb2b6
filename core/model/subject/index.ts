export type { NameProblem } from './name';
export { subjectOf } from './of-certificate';
export { readSubject, type Subject, type UnreadableSubject } from './subject';
