import type { DocumentCode } from '../../model';
import type { PlainJsonProblem } from '../../model/plain-json';
import { describeInvalidCharacter } from './invalid-character';

const ALLOWED = 'text, numbers, true, false, null, lists and maps are allowed';
const PLAIN = 'use a plain value';

const HINTS: Readonly<Record<string, string>> = {
  undefined: 'omit the field: ...(value && { field: value })',
  function: 'call it',
  bigint: 'write it as text or as a number',
  number: 'write a finite number',
};

/** What is wrong with a value of a program that cannot be part of a document. */
export function describeUnsupportedValue(problem: PlainJsonProblem): {
  readonly code: DocumentCode;
  readonly message: string;
  readonly hint: string;
} {
  const code = 'unsupported-value';
  switch (problem.is) {
    case 'character':
      return { code: 'invalid-character', ...describeInvalidCharacter(problem.character) };
    case 'throws':
      return {
        code,
        message: `document cannot be read: ${problem.error ?? 'reading it throws an exception'}`,
        hint: 'use plain values',
      };
    case 'too-large':
      return { code, message: 'document is too large or nested too deep', hint: 'make it smaller' };
    case 'circular':
      return { code, message: `value contains itself; ${ALLOWED}`, hint: 'write the value out' };
    case 'reserved-key':
      return { code, message: "key '__proto__' is not allowed", hint: 'remove it' };
    case 'class':
      return {
        code,
        message: `value is of the class ${problem.name}; ${ALLOWED}`,
        hint: problem.name === 'Date' ? "write it as text: '2026-10-01'" : PLAIN,
      };
    case 'type': {
      const { type, text } = problem;
      const found = type === 'number' || type === 'undefined' ? text : `a ${type}`;
      return { code, message: `value is ${found}; ${ALLOWED}`, hint: HINTS[type] ?? PLAIN };
    }
  }
}
