import { flow } from '../../model/messages/shown';

/** The hint with an example: a value to write, or its form if the example is incomplete. */
export function like(example: unknown): string {
  const text = flow(example);
  return text.includes('…') ? `its form is ${text}` : `write it like ${text}`;
}
