import { flow } from '../../model/messages/shown';

/** How an example of a schema is offered: as something to write, or as a form where parts of it are left out. */
export function like(example: unknown): string {
  const text = flow(example);
  return text.includes('…') ? `its form is ${text}` : `write it like ${text}`;
}
