import { parseAllDocuments } from 'yaml';
import type { JsonObject } from '../../core/model';
import { type Finding, KINDS, type Kind, pointer } from '../../core/model';
import { violations } from '../../core/model/validation';
import { type Files, foundIn, programmeFiles } from './programme';
import { type TextPlace, textPlaces, withText } from './text-fields';

/** A text at a place of the small programme. */
export interface Trial {
  readonly place: TextPlace;
  /** The text with a mark that tells it from all others. */
  readonly text: string;
}

const MARK = /~\d+\.\d+~/g;

/** The mark at the end of a text of a trial. */
export const markOf = (text: string): string => text.match(MARK)?.at(-1) ?? '';

/** All marks in a text. */
export const marksIn = (text: string): readonly string[] => text.match(MARK) ?? [];

/** Every place for text in documents of every kind. */
export const places: readonly TextPlace[] = KINDS.flatMap((kind) => textPlaces(kind));

/** A trial for each place and each text that `textsFor` gives it; texts of one index go into one catalog where they can. */
export function trialsOf(textsFor: (place: TextPlace) => readonly string[]): readonly (readonly Trial[])[] {
  const all: Trial[][] = [];
  for (const [number, place] of places.entries()) {
    for (const [variant, text] of textsFor(place).entries()) {
      all[variant] = [...(all[variant] ?? []), { place, text: `${text}~${number}.${variant}~` }];
    }
  }
  return all;
}

const files = programmeFiles();
const openapi: Files = Object.fromEntries(Object.entries(files).filter(([name]) => name.includes('.openapi.')));

/** The documents of the small programme. */
export const documents: readonly JsonObject[] = Object.entries(files)
  .filter(([name]) => !(name in openapi))
  .flatMap(([, text]) => parseAllDocuments(text).map((document) => document.toJS() as JsonObject));

/** Which document of a kind the texts are put into: the first. */
export const baseOf = (kind: Kind): number => documents.findIndex((document) => document.kind === kind);

/** Files with one document each; JSON is YAML. */
export const filesOf = (all: readonly JsonObject[]): Files => ({
  ...openapi,
  ...Object.fromEntries(all.map((document, index) => [`${index}.yaml`, JSON.stringify(document)])),
});

/** The documents with texts at their places. */
export const withAll = (trials: readonly Trial[]): readonly JsonObject[] =>
  documents.map((document, index) =>
    trials
      .filter(({ place }) => baseOf(place.kind) === index)
      .reduce((changed, { place, text }) => withText(changed, place, text), document),
  );

/** The errors that the check finds. */
export const errorsIn = (all: readonly JsonObject[]): readonly Finding[] =>
  foundIn(filesOf(all)).filter(({ severity }) => severity === 'error');

/** Paths at which the schema refuses a text. */
export function schemaRefusals({ place, text }: Trial): readonly string[] {
  const root = withText(documents[baseOf(place.kind)] ?? {}, place, text);
  return violations({ kind: place.kind, root, size: 1000, sourceOf: () => '' }).map(({ path }) => pointer(path));
}

/** Whether an error at a path may be about a text: at its place, in it, or in what holds it. */
export function touches({ place, text }: Trial, path: string): boolean {
  const own = pointer(place.what === 'key' ? [...place.path, text] : place.path);
  return path.startsWith(own) || own.startsWith(path);
}

/** What the check makes of texts. */
export interface Sorted {
  /** Catalogs in which the check finds no error; together they hold every text that it accepts. */
  readonly accepted: readonly (readonly JsonObject[])[];
  /** Texts that it refuses, with the places of the errors: paths in the document, or other files. */
  readonly refused: readonly (readonly [Trial, readonly string[]])[];
}

/** Tells texts that the check accepts from those that it refuses. */
export function sortOut(trials: readonly (readonly Trial[])[]): Sorted {
  const bySchema = trials.map((some) => some.map((trial) => [trial, schemaRefusals(trial)] as const));
  const byCheck = bySchema.map((some) =>
    sortByCheck(some.filter(([, paths]) => paths.length === 0).map(([trial]) => trial)),
  );
  return {
    accepted: byCheck.flatMap(({ accepted }) => accepted),
    refused: [...bySchema.flat().filter(([, paths]) => paths.length > 0), ...byCheck.flatMap(({ refused }) => refused)],
  };
}

/** Trials in as few lots as it takes for each to find its place free. */
export function lotsOf(trials: readonly Trial[]): readonly (readonly Trial[])[] {
  if (trials.length === 0) return [];
  const later: Trial[] = [];
  const lot = heldTogether(trials, later);
  if (lot.length === 0) throw new Error(`no place for ${later.length} texts`);
  return [lot, ...lotsOf(later)];
}

/** The file that a text is put into. */
export const fileOf = ({ place }: Trial): string => `catalog/${baseOf(place.kind)}.yaml`;

/**
 * Many texts at a time, because a check takes a hundred times as long as looking at a schema. A text that an error points at
 * is tried alone; what then passes, and what has its place taken by another, waits for the next catalog.
 */
function sortByCheck(trials: readonly Trial[]): Sorted {
  const accepted: (readonly JsonObject[])[] = [];
  const refused: (readonly [Trial, readonly string[]])[] = [];
  for (let waiting = trials; waiting.length > 0; ) {
    const later: Trial[] = [];
    const fine: Trial[] = [];
    let batch = heldTogether(waiting, later);
    for (let errors = errorsIn(withAll(batch)); errors.length > 0; errors = errorsIn(withAll(batch))) {
      const inFile = batch.filter((trial) => errors.some(({ at }) => at.file === fileOf(trial)));
      const touched = inFile.filter((trial) =>
        errors.some(({ at }) => at.file === fileOf(trial) && touches(trial, at.path)),
      );
      // What stands above a place for it to exist may be what is refused.
      const suspects = touched.length > 0 ? touched : inFile;
      if (suspects.length === 0) throw new Error(JSON.stringify(errors.slice(0, 3)));
      for (const suspect of suspects) {
        const paths = errorsIn(withAll([suspect])).map(({ at }) => (at.file === fileOf(suspect) ? at.path : at.file));
        if (paths.length > 0) refused.push([suspect, paths]);
        else fine.push(suspect);
      }
      batch = batch.filter((trial) => !suspects.includes(trial));
    }
    // Texts that pass alone and not together go one by one.
    if (batch.length === 0) batch = fine.splice(0, 1);
    if (batch.length > 0) accepted.push(withAll(batch));
    waiting = [...later, ...fine];
  }
  return { accepted, refused };
}

/** Those of some texts that are all there when they stand in one catalog; the others wait. */
function heldTogether(trials: readonly Trial[], later: Trial[]): readonly Trial[] {
  const held = new Set(withAll(trials).flatMap((document) => marksIn(JSON.stringify(document))));
  later.push(...trials.filter(({ text }) => !held.has(markOf(text))));
  return trials.filter(({ text }) => held.has(markOf(text)));
}
