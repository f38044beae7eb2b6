import type { CriterionResult, ElementResult, Readiness } from '../../readiness';

/** The verdict in two sentences. */
export function verdictSentences({ verdict }: Readiness): readonly [elements: string, readiness: string] {
  const { present, total, required, isReady } = verdict;
  const elements = `${present} of ${total} elements are in place`;
  if (present === total) return [elements, 'the programme is ready'];
  return [elements, `the programme ${isReady ? 'is ready: it needs' : 'is not ready: it needs'} at least ${required}`];
}

/** The criteria that count for an element and are met: `5 of 6`. */
export function metOf({ criteria }: ElementResult): string {
  const needed = criteria.filter(({ status }) => status !== 'not-needed');
  return `${needed.filter(({ status }) => status === 'present').length} of ${needed.length}`;
}

/** The criteria of an element that are missing. */
export function missingIn({ criteria }: ElementResult): readonly CriterionResult[] {
  return criteria.filter(({ status }) => status === 'missing');
}
