import type { Document, ParsedNode } from 'yaml';
import type { Json, Path } from '../../model';
import { MAX_TEXT_PROBLEMS } from './bounds';
import { compose } from './compose';
import type { Marks } from './marks';
import { runTogether } from './run-together';
import { syntaxProblems } from './syntax';
import type { TextProblem } from './text-problem';
import { plainDocument } from './value';

/** One document of a YAML file as plain data: it can be stored as JSON and loaded again. */
export interface YamlDocument {
  /** Frozen. If there are problems, it is only what could be parsed. */
  readonly value: Json;
  readonly marks: Marks;
  readonly problems: readonly TextProblem[];
  /** Paths of values that are unknown, if all problems are local; otherwise the whole document is unknown. */
  readonly unknownPaths: readonly Path[];
}

/** A YAML text as plain data. */
export interface YamlFile {
  /** Documents in order, without empty ones. */
  readonly documents: readonly YamlDocument[];
  /** Why the text was not read to its end; `documents` are those before. */
  readonly stopped?: TextProblem;
}

/** Reads every document of a YAML text. Never throws: every problem is in the result. */
export function readYaml(text: string): YamlFile {
  const { documents, stopped } = compose(text);
  const read = documents.flatMap((document) => readDocument(document, text)).filter((document) => !isEmpty(document));
  return stopped ? { documents: read, stopped } : { documents: read };
}

function readDocument(document: Document.Parsed<ParsedNode>, text: string): readonly YamlDocument[] {
  const { problems: ofSyntax, trustedUntil } = syntaxProblems(document, text);
  const parts = ofSyntax.length > 0 ? [{ contents: document.contents }] : runTogether(document.contents);
  return parts.map(({ contents, separator }) => {
    const { value, marks, problems, unknownPaths } = plainDocument(contents, text, ofSyntax);
    const all = [...textProblems(ofSyntax, problems, trustedUntil, text), ...(separator ? [separator] : [])];
    return { value, marks, problems: firstAtEachOffset(all), unknownPaths };
  });
}

/** The problems of a text and of its values, except values in parts whose structure is uncertain. */
function textProblems(
  ofSyntax: readonly TextProblem[],
  ofValues: readonly TextProblem[],
  trustedUntil: number,
  text: string,
): readonly TextProblem[] {
  const trusted = ofValues.filter(({ start }) => start < trustedUntil);
  const last = ofSyntax.at(-1);
  // Text that starts with * is read as an alias, so its second word is a syntax error.
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
 * The first problem at each offset, unless that is only about the spelling of a key: one mistake can cause several errors. Of each
 * code only the first few are kept, so that many harmless problems never hide a serious one.
 */
function firstAtEachOffset(problems: readonly TextProblem[]): readonly TextProblem[] {
  const byOffset = new Map<number, TextProblem>();
  for (const problem of problems) {
    const earlier = byOffset.get(problem.start);
    if (!earlier || earlier.code === 'yaml-key') byOffset.set(problem.start, problem);
  }
  const counts = new Map<string, number>();
  return [...byOffset.values()]
    .sort((a, b) => a.start - b.start)
    .filter(({ code, lost = false }) => {
      const kind = `${code} ${lost}`;
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return count <= MAX_TEXT_PROBLEMS;
    });
}
