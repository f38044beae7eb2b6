import type { Json, Position, TypeScriptDocument } from '../../model';
import { type PlainJson, plainJson } from '../../model/plain-json';

/** A document that a program made. */
export interface ProgramDocument extends TypeScriptDocument {
  /**
   * What was found when the document was copied as plain JSON in the program's process.
   * @default the document is copied here
   */
  readonly plain?: Omit<PlainJson, 'value'>;
}

/** A document of a program as plain JSON. */
export interface PlainDocument extends PlainJson {
  readonly value: Json;
  /** The call that made it. */
  readonly at: Position;
}

export function plainDocument({ document, at, plain }: ProgramDocument): PlainDocument {
  // JSON that comes from a process is copied as well: into maps without inherited members, frozen.
  return { ...plainJson(document), ...plain, at };
}
