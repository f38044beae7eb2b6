import { InvalidArgumentError } from 'commander';
import { legalBasisProblem, purposeProblem } from '../../core/app';

/** @throws InvalidArgumentError */
export function parsePurpose(text: string): string {
  return parse(text, purposeProblem(text));
}

/** @throws InvalidArgumentError */
export function parseLegalBasis(text: string): string {
  return parse(text, legalBasisProblem(text));
}

function parse(text: string, problem: string | undefined): string {
  if (problem !== undefined) throw new InvalidArgumentError(problem);
  return text;
}
