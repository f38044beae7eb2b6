import type { Detection, Json, Path } from '../../model';
import type { PlainJsonProblem } from '../../model/plain-json';
import { cover, secretsIn } from '../../model/secrets';
import { describeUnsupportedValue } from '../schema/unsupported-value';
import { STRIDE } from '../yaml/marks';
import { classify, type RawDocument } from './document';
import { callPlaces, type Places, yamlPlaces } from './places';
import type { PlainDocument } from './program-document';
import { type ReadFile, textFinding } from './read-file';
import { isAbout, type Span, secretFindings, secretSpans, secretsBeside, secretValues, untornSecrets } from './secrets';
import { tornForms, tornValues } from './torn';

/** The documents of some files, as far as they can be told. */
export interface Gathered {
  readonly documents: readonly RawDocument[];
  readonly findings: readonly Detection[];
  /** Whether there are documents of which nobody can tell what they were meant to be. */
  readonly unknown: boolean;
  /** Texts of the files as they may be shown: secrets covered. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * The documents of all files and of TypeScript, with what is wrong with their text and the secrets in them.
 *
 * @param tokenPolicies names of the catalog's token policies
 * @param isPart whether a document of a file is a part of an API definition
 */
export function gather(
  files: Iterable<ReadFile>,
  fromPrograms: readonly PlainDocument[],
  tokenPolicies: ReadonlySet<string>,
  isPart: (file: string, value: Json) => boolean,
): Gathered {
  const documents: RawDocument[] = [];
  const findings: Detection[] = [];
  const texts = new Map<string, string>();
  let unknown = false;
  for (const file of files) {
    const found = gatherFile(file, tokenPolicies, isPart);
    documents.push(...found.documents);
    findings.push(...found.findings);
    unknown ||= found.unknown;
    texts.set(file.source.file, cover(file.source.text, [...found.hidden, ...tornForms(file.source.text)]));
  }
  for (const { value, size, problems, at } of fromPrograms) {
    const places = callPlaces(at, value);
    const classified = classify(value, places);
    const secrets = secretValues(value, classified.is === 'document' ? classified.kind : undefined, tokenPolicies);
    const intact = problems.length === 0;
    const known = problems.every(({ path }) => path.length > 0);
    const leftOut = known ? problems.map(({ path }) => path) : undefined;
    findings.push(...secretFindings(secrets, places));
    findings.push(...problems.map((problem) => unsupportedValue(problem, places)));
    if (classified.is === 'document') documents.push({ ...classified, size, places, intact, leftOut, secrets });
    if (classified.is === 'unknown' && isWorthTelling(classified.finding, leftOut)) findings.push(classified.finding);
    unknown ||= classified.is === 'unknown';
  }
  return { documents, findings, unknown, texts };
}

/** A text as it may be shown. */
export function withoutSecrets(text: string): string {
  return cover(text, [...secretsIn(text), ...tornForms(text)]);
}

/** Whether it is known, and no consequence of what is told already, that a document is of no kind. */
function isWorthTelling({ at }: Detection, leftOut: readonly Path[] | undefined): boolean {
  return leftOut !== undefined && !isAbout(leftOut, at.path);
}

function unsupportedValue(problem: PlainJsonProblem, places: Places): Detection {
  const { path } = problem;
  const { code, message, hint } = describeUnsupportedValue(problem);
  const field = path.length === 0 ? '' : `'${path.join('.').slice(0, 100)}': `;
  return { code, message: `${field}${message}`, hint, at: places.at(path) };
}

interface GatheredFile extends Omit<Gathered, 'texts'> {
  /** What must not be shown of the file. */
  readonly hidden: readonly Span[];
}

function gatherFile(
  { source, documents: inFile, findings: unread }: ReadFile,
  tokenPolicies: ReadonlySet<string>,
  isPart: (file: string, value: Json) => boolean,
): GatheredFile {
  const documents: RawDocument[] = [];
  const findings: Detection[] = [];
  const hidden: Span[] = [];
  let unknown = false;
  let onlyDefinitions = inFile.length > 0;
  for (const { value, marks, problems, leftOut: unclear } of inFile) {
    const places = yamlPlaces(source, value, marks);
    const classified = classify(value, places);
    // An API definition is examined when a document refers to it.
    if (classified.is === 'openapi' || isPart(source.file, value)) continue;
    onlyDefinitions = false;
    const secrets = secretValues(value, classified.is === 'document' ? classified.kind : undefined, tokenPolicies);
    hidden.push(...secretSpans(secrets, value, marks));
    const intact = problems.length === 0;
    const leftOut = intact ? [] : problems.every(({ local }) => local) ? unclear : undefined;
    findings.push(
      ...secretFindings(leftOut ? secrets : untornSecrets(secrets), places),
      ...problems.map((problem) => textFinding(source, problem)),
    );
    if (classified.is === 'document')
      documents.push({ ...classified, size: marks.length / STRIDE, places, intact, leftOut, secrets });
    else {
      unknown = true;
      if (isWorthTelling(classified.finding, leftOut)) findings.push(classified.finding);
    }
  }
  const covered = cover(source.text, hidden);
  const formed = secretsIn(covered);
  findings.push(...secretsBeside(source, covered, formed, onlyDefinitions, tokenPolicies));
  // Covered, a text may have lost the beginning of a form: that one is searched again.
  const inText = covered === source.text ? formed : secretsIn(source.text);
  const broken = unread.length > 0 || inFile.some(({ problems }) => problems.length > 0);
  if (broken) hidden.push(...tornValues(source.text));
  return { documents, findings, hidden: [...hidden, ...inText], unknown };
}
