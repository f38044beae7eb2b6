import type { Document, ParsedNode } from 'yaml';
import type { Json, Path } from '../../model';
import { MAX_TEXT_PROBLEMS } from './bounds';
import { compose } from './compose';
import type { Marks } from './marks';
import type { Problem } from './problem';
import { runTogether } from './run-together';
import { syntaxProblems } from './syntax';
import { plainDocument } from './value';

/** One document of a YAML file as plain data: it can be stored as JSON and loaded again. */
export interface YamlDocument {
  /** Frozen. Where `problems` is not empty it is what could be made out, not what was meant. */
  readonly value: Json;
  readonly marks: Marks;
  readonly problems: readonly Problem[];
  /** Values of which nobody knows what they were meant to be, where all problems are local; else nothing is known. */
  readonly leftOut: readonly Path[];
}

/** A YAML text as plain data. */
export interface YamlFile {
  /** Documents in order, without those that hold nothing. */
  readonly documents: readonly YamlDocument[];
  /** Why the text was not read to its end; then `documents` are those before. */
  readonly stopped?: Problem;
}

/** Reads every document of a YAML text. Throws nothing: what is wrong is in the result. */
export function readYaml(text: string): YamlFile {
  const { documents, stopped } = compose(text);
  const read = documents.flatMap((document) => readDocument(document, text)).filter((document) => !isEmpty(document));
  return stopped ? { documents: read, stopped } : { documents: read };
}

function readDocument(document: Document.Parsed<ParsedNode>, text: string): readonly YamlDocument[] {
  const { problems: ofSyntax, trustedUntil } = syntaxProblems(document, text);
  const parts = ofSyntax.length > 0 ? [{ contents: document.contents }] : runTogether(document.contents);
  return parts.map(({ contents, separator }) => {
    const { value, marks, problems, leftOut } = plainDocument(contents, text, ofSyntax);
    const all = [...textProblems(ofSyntax, problems, trustedUntil, text), ...(separator ? [separator] : [])];
    return { value, marks, problems: firstOfEachPlace(all), leftOut };
  });
}

/** What is wrong with the text and with its values: a value is not looked at where the structure around it is a guess. */
function textProblems(
  ofSyntax: readonly Problem[],
  ofValues: readonly Problem[],
  trustedUntil: number,
  text: string,
): readonly Problem[] {
  const trusted = ofValues.filter(({ start }) => start < trustedUntil);
  const last = ofSyntax.at(-1);
  // A text that starts with * is read as an alias, and what follows its first word is not expected there.
  const alias = ofValues.find(
    ({ code, start }) =>
      code === 'yaml-alias' && last && start < last.start && !text.slice(start, last.start).includes('\n'),
  );
  return alias ? [...ofSyntax.slice(0, -1), ...trusted, alias] : [...ofSyntax, ...trusted];
}

function isEmpty(document: YamlDocument): boolean {
  return document.value === null && document.problems.length === 0;
}

/**
 * One wrong place can upset the parser several times: the first word about it counts, unless that is only about how a key is written.
 * Of each code the first few places are kept, so that many harmless ones never hide one that matters.
 */
function firstOfEachPlace(problems: readonly Problem[]): readonly Problem[] {
  const places = new Map<number, Problem>();
  for (const problem of problems) {
    const earlier = places.get(problem.start);
    if (!earlier || earlier.code === 'yaml-key') places.set(problem.start, problem);
  }
  const counts = new Map<string, number>();
  return [...places.values()]
    .sort((a, b) => a.start - b.start)
    .filter(({ code, lost = false }) => {
      const kind = `${code} ${lost}`;
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return count <= MAX_TEXT_PROBLEMS;
    });
}
