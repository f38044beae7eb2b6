import type { Json, Position, TypeScriptDocument } from '../../model';
import { type PlainJson, plainJson } from '../../model/plain-json';

/** A document that a program defined. */
export interface ProgramDocument extends TypeScriptDocument {
  /**
   * The result of copying the document as plain JSON in the program's process.
   * @default the document is copied here
   */
  readonly plain?: Omit<PlainJson, 'value'>;
}

/** A document of a program as plain JSON. */
export interface PlainDocument extends PlainJson {
  readonly value: Json;
  /** The call that defined it. */
  readonly at: Position;
}

export function plainDocument({ document, at, plain }: ProgramDocument): PlainDocument {
  // JSON from another process is copied, too: into frozen maps without inherited members.
  return { ...plainJson(document), ...plain, at };
}
