import { parseAllDocuments } from 'yaml';
import { schemaErrors } from '../../core/load/schema';
import type { JsonObject } from '../../core/model';
import { type Finding, KINDS, type Kind, pointer } from '../../core/model';
import { type Files, foundIn, hasDocuments, programmeFiles } from './programme';
import { type TextPlace, textPlaces, withText } from './text-fields';

/** A text at a position of the small programme. */
export interface Trial {
  readonly place: TextPlace;
  /** The text, with a unique mark. */
  readonly text: string;
}

const MARK = /~\d+\.\d+~/g;

/** The mark at the end of the text of a trial. */
export const markOf = (text: string): string => text.match(MARK)?.at(-1) ?? '';

/** All marks in a text. */
export const marksIn = (text: string): readonly string[] => text.match(MARK) ?? [];

/** Every position of text in documents of every kind. */
export const places: readonly TextPlace[] = KINDS.flatMap((kind) => textPlaces(kind));

/** A trial for each position and each of its texts; texts with the same index share a catalog if possible. */
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
const others: Files = Object.fromEntries(Object.entries(files).filter(([name]) => !hasDocuments(name)));

/** The documents of the small programme. */
export const documents: readonly JsonObject[] = Object.entries(files)
  .filter(([name]) => hasDocuments(name))
  .flatMap(([, text]) => parseAllDocuments(text).map((document) => document.toJS() as JsonObject));

/** Index of the document of a kind that receives the texts: the first one. */
export const baseOf = (kind: Kind): number => documents.findIndex((document) => document.kind === kind);

/** Files with one document each, as JSON, which is valid YAML. */
export const filesOf = (all: readonly JsonObject[]): Files => ({
  ...others,
  ...Object.fromEntries(all.map((document, index) => [`${index}.yaml`, JSON.stringify(document)])),
});

/** The documents with all texts inserted. */
export const withAll = (trials: readonly Trial[]): readonly JsonObject[] =>
  documents.map((document, index) =>
    trials
      .filter(({ place }) => baseOf(place.kind) === index)
      .reduce((changed, { place, text }) => withText(changed, place, text), document),
  );

/** The errors that the check finds. */
export const errorsIn = (all: readonly JsonObject[]): readonly Finding[] =>
  foundIn(filesOf(all)).filter(({ severity }) => severity === 'error');

/** Paths at which the schema rejects a text. */
export function schemaErrorPaths({ place, text }: Trial): readonly string[] {
  const root = withText(documents[baseOf(place.kind)] ?? {}, place, text);
  return schemaErrors({ kind: place.kind, root, size: 1000, sourceOf: () => '' }).map(({ path }) => pointer(path));
}

/** Whether an error at a path may be about a text: at its position, below it, or above it. */
export function touches({ place, text }: Trial, path: string): boolean {
  const own = pointer(place.what === 'key' ? [...place.path, text] : place.path);
  return path.startsWith(own) || own.startsWith(path);
}

/** The result of checking texts. */
export interface CheckedTexts {
  /** Catalogs without errors; together they contain every text that the check accepts. */
  readonly accepted: readonly (readonly JsonObject[])[];
  /** Texts that the check rejects, with the positions of the errors: paths in the document, or other files. */
  readonly rejected: readonly (readonly [Trial, readonly string[]])[];
}

/** Checks texts, and separates accepted from rejected ones. */
export function checkTexts(trials: readonly (readonly Trial[])[]): CheckedTexts {
  const bySchema = trials.map((some) => some.map((trial) => [trial, schemaErrorPaths(trial)] as const));
  const byCheck = bySchema.map((some) =>
    checkBatches(some.filter(([, paths]) => paths.length === 0).map(([trial]) => trial)),
  );
  return {
    accepted: byCheck.flatMap(({ accepted }) => accepted),
    rejected: [
      ...bySchema.flat().filter(([, paths]) => paths.length > 0),
      ...byCheck.flatMap(({ rejected }) => rejected),
    ],
  };
}

/** Splits trials into as few batches as possible, so that no two texts in a batch exclude each other. */
export function batchesOf(trials: readonly Trial[]): readonly (readonly Trial[])[] {
  if (trials.length === 0) return [];
  const later: Trial[] = [];
  const batch = compatible(trials, later);
  if (batch.length === 0) throw new Error(`no position for ${later.length} texts`);
  return [batch, ...batchesOf(later)];
}

/** The file that contains a text. */
export const fileOf = ({ place }: Trial): string => `catalog/${baseOf(place.kind)}.yaml`;

/**
 * Checks many texts at a time, because a check takes a hundred times as long as validating a schema. A text with an error is
 * checked on its own. Texts that pass then, and texts that exclude another one, are deferred to the next catalog.
 */
function checkBatches(trials: readonly Trial[]): CheckedTexts {
  const accepted: (readonly JsonObject[])[] = [];
  const rejected: (readonly [Trial, readonly string[]])[] = [];
  for (let waiting = trials; waiting.length > 0; ) {
    const later: Trial[] = [];
    const passed: Trial[] = [];
    let batch = compatible(waiting, later);
    for (let errors = errorsIn(withAll(batch)); errors.length > 0; errors = errorsIn(withAll(batch))) {
      const inFile = batch.filter((trial) => errors.some(({ at }) => at.file === fileOf(trial)));
      const touched = inFile.filter((trial) =>
        errors.some(({ at }) => at.file === fileOf(trial) && touches(trial, at.path)),
      );
      // The error may be about a value that was added so that the position exists.
      const near = touched.length > 0 ? touched : inFile;
      // Or about a document that another one affects: a service level requires records of its APIs.
      const suspects = near.length > 0 ? near : batch.filter(addsServiceLevel);
      if (suspects.length === 0) throw new Error(JSON.stringify(errors.slice(0, 3)));
      for (const suspect of suspects) {
        const paths = errorsIn(withAll([suspect])).map(({ at }) => (at.file === fileOf(suspect) ? at.path : at.file));
        if (paths.length > 0) rejected.push([suspect, paths]);
        else passed.push(suspect);
      }
      batch = batch.filter((trial) => !suspects.includes(trial));
    }
    // Texts that pass only on their own are accepted one at a time.
    if (batch.length === 0) batch = passed.splice(0, 1);
    if (batch.length > 0) accepted.push(withAll(batch));
    waiting = [...later, ...passed];
  }
  return { accepted, rejected };
}

/** Whether the document of a text has a service level only because of the values around the text. */
function addsServiceLevel(trial: Trial): boolean {
  const index = baseOf(trial.place.kind);
  const has = (document: JsonObject | undefined) => JSON.stringify(document).includes('"sla"');
  return !has(documents[index]) && has(withAll([trial])[index]);
}

/** The texts that fit into one catalog together; the others are added to `later`. */
function compatible(trials: readonly Trial[], later: Trial[]): readonly Trial[] {
  const present = new Set(withAll(trials).flatMap((document) => marksIn(JSON.stringify(document))));
  later.push(...trials.filter(({ text }) => !present.has(markOf(text))));
  return trials.filter(({ text }) => present.has(markOf(text)));
}
