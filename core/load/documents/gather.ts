import type { Detection, Json, Path } from '../../model';
import type { PlainJsonProblem } from '../../model/plain-json';
import { cover, secretsIn } from '../../model/secrets';
import { describeUnsupportedValue } from '../schema/unsupported-value';
import type { Span } from '../yaml/lines';
import { STRIDE } from '../yaml/marks';
import { classify, type RawDocument } from './document';
import { callPositions, type Positions, yamlPositions } from './positions';
import type { PlainDocument } from './program-document';
import { type ReadFile, textFinding } from './read-file';
import { certainSecrets, insideAny, secretFindings, secretSpans, secretsOutsideValues, secretValues } from './secrets';
import { secretsAcrossLines, valuesAcrossLines } from './secrets-across-lines';

/** The documents of some files, as far as they can be read. */
export interface Gathered {
  readonly documents: readonly RawDocument[];
  readonly findings: readonly Detection[];
  /** Whether there are documents whose kind is unknown. */
  readonly unknown: boolean;
  /** Texts of the files with secrets covered. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * The documents of all files and of TypeScript, with the problems of their texts and the secrets in them.
 *
 * @param tokenPolicies names of the catalog's token policies
 * @param isPart whether a document of a file is part of an API definition
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
    texts.set(file.source.file, cover(file.source.text, [...found.hidden, ...secretsAcrossLines(file.source.text)]));
  }
  for (const { value, size, problems, at } of fromPrograms) {
    const positions = callPositions(at, value);
    const classified = classify(value, positions);
    const secrets = secretValues(value, classified.is === 'document' ? classified.kind : undefined, tokenPolicies);
    const intact = problems.length === 0;
    const isKnown = problems.every(({ path }) => path.length > 0);
    const unknownPaths = isKnown ? problems.map(({ path }) => path) : undefined;
    findings.push(...secretFindings(secrets, positions));
    findings.push(...problems.map((problem) => unsupportedValue(problem, positions)));
    if (classified.is === 'document') documents.push({ ...classified, size, positions, intact, unknownPaths, secrets });
    if (classified.is === 'unknown' && isCause(classified.finding, unknownPaths)) findings.push(classified.finding);
    unknown ||= classified.is === 'unknown';
  }
  return { documents, findings, unknown, texts };
}

/** A text with secrets covered. */
export function withoutSecrets(text: string): string {
  return cover(text, [...secretsIn(text), ...secretsAcrossLines(text)]);
}

/** Whether the unknown kind of a document is not just a consequence of another problem. */
function isCause({ at }: Detection, unknownPaths: readonly Path[] | undefined): boolean {
  return unknownPaths !== undefined && !insideAny(unknownPaths)(at.path);
}

function unsupportedValue(problem: PlainJsonProblem, positions: Positions): Detection {
  const { path } = problem;
  const { code, message, hint } = describeUnsupportedValue(problem);
  const field = path.length === 0 ? '' : `'${path.join('.').slice(0, 100)}': `;
  return { code, message: `${field}${message}`, hint, at: positions.at(path) };
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
  for (const { value, marks, problems, unknownPaths: unclear } of inFile) {
    const positions = yamlPositions(source, value, marks);
    const classified = classify(value, positions);
    // An API definition is examined when a document refers to it.
    if (classified.is === 'openapi' || isPart(source.file, value)) continue;
    onlyDefinitions = false;
    const secrets = secretValues(value, classified.is === 'document' ? classified.kind : undefined, tokenPolicies);
    hidden.push(...secretSpans(secrets, value, marks));
    const intact = problems.length === 0;
    const unknownPaths = intact ? [] : problems.every(({ local }) => local) ? unclear : undefined;
    findings.push(
      ...secretFindings(unknownPaths ? secrets : certainSecrets(secrets), positions),
      ...problems.map((problem) => textFinding(source, problem)),
    );
    if (classified.is === 'document')
      documents.push({ ...classified, size: marks.length / STRIDE, positions, intact, unknownPaths, secrets });
    else {
      unknown = true;
      if (isCause(classified.finding, unknownPaths)) findings.push(classified.finding);
    }
  }
  const covered = cover(source.text, hidden);
  const formed = secretsIn(covered);
  findings.push(...secretsOutsideValues(source, covered, formed, onlyDefinitions, tokenPolicies));
  // Covering may have removed the beginning of another secret, so the original text is searched again.
  const inText = covered === source.text ? formed : secretsIn(source.text);
  const broken = unread.length > 0 || inFile.some(({ problems }) => problems.length > 0);
  if (broken) hidden.push(...valuesAcrossLines(source.text));
  return { documents, findings, hidden: [...hidden, ...inText], unknown };
}
