import type { PreviousOutput } from '../model';

/**
 * A small change of a valid catalog that shows a check, as the docs print it and the tests run it. Written as a text, it is
 * `{ documents: text }`. The day is 2026-11-21.
 */
export type Example = string | ExampleParts;

export interface ExampleParts {
  /**
   * YAML documents. A document is merged into the one of the same kind and name: maps are merged, everything else is replaced. A
   * document of another name joins the catalog.
   */
  readonly documents?: string;
  /** Fields that the documents of the example lose, as `deprecation` or `policies.consent`. */
  readonly without?: readonly string[];
  /** Files by their path in the catalog's folder, for examples that are about files, their text, OpenAPI or TypeScript. */
  readonly files?: Readonly<Record<string, string>>;
  /**
   * What the previous output has for some environments, for checks that compare with it.
   * @default there is no previous output
   */
  readonly previous?: PreviousOutput;
  /** Shell commands that run in the catalog's folder, for what a text cannot show: links, permissions, bytes. */
  readonly commands?: string;
}
