import { extname } from 'node:path/posix';
import type { Detection } from '../../model';
import { errorCode } from '../../model/messages/thrown';
import { cover, type SecretSpan, secretsIn } from '../../model/secrets';
import type { SourceEntry } from '../source/source';
import { MAX_DOCUMENT_BYTES } from '../yaml/bounds';
import { Lines } from '../yaml/lines';
import { secretLiterals } from './literals';
import { misplacedDocument } from './misplaced-document';
import { filePosition, type SourceText, spanPosition } from './positions';
import { MAX_FOUND, secretFinding } from './secrets';

/** The files of a catalog that are not read for documents. */
export interface OtherFiles {
  /** Whether one of them contains documents, so that the catalog is incomplete. */
  readonly containDocuments: boolean;
  /**
   * The problems of these files.
   *
   * @param isDefinition whether a file is an API definition or part of one
   */
  found(isDefinition: (path: string) => boolean): FoundInFiles;
}

/** The problems of files, and their texts. */
export interface FoundInFiles {
  readonly findings: readonly Detection[];
  /** Texts of the files in which a secret was found, with secrets covered. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What other files need to be searched. */
export interface SearchContext {
  /** Whether a file has been searched already, as one with documents. */
  readonly isKnown: (path: string) => boolean;
  /** Names of the catalog's token policies. */
  readonly tokenPolicies: ReadonlySet<string>;
}

interface OtherFile {
  readonly path: string;
  readonly source: SourceText;
  readonly secrets: readonly FoundSecret[];
}

interface FoundSecret extends Pick<SecretSpan, 'what' | 'start' | 'end'> {
  /** Whether it is reported in API definitions, too, where it cannot be an example. */
  readonly everywhere: boolean;
}

/** Larger files are not texts that people wrote. */
export const MAX_SEARCHED_BYTES = 64 * 1024 * 1024;

const KEY_STORES = /\.(?:p12|pfx|jks|keystore|kdbx|ppk)$/i;
const DOCUMENTATION = /^\.(?:md|mdx|markdown|adoc|rst|html?)$/i;
const PROGRAMS = /^\.(?:[cm]?[jt]sx?|json[5c]?)$/i;

/**
 * Searches every file of a catalog that is not read for documents, such as JSON, programs and OpenAPI files, for secrets and for
 * misplaced documents.
 */
export function otherFiles(
  entries: ReadonlyMap<string, SourceEntry>,
  fileOf: (path: string) => string,
  { isKnown, tokenPolicies }: SearchContext,
): OtherFiles {
  const findings: Detection[] = [];
  const files: OtherFile[] = [];
  let containDocuments = false;
  for (const [path, entry] of entries) {
    if (entry.problem || isKnown(path)) continue;
    const file = fileOf(path);
    if (KEY_STORES.test(path)) findings.push(secretFinding('key store', filePosition(file)));
    const { text, problem } = textOf(entry, file);
    if (problem) findings.push(problem);
    if (text === undefined) continue;
    const misplaced = entry.size > MAX_DOCUMENT_BYTES ? [] : misplacedDocument(path, file, text);
    findings.push(...misplaced);
    containDocuments ||= misplaced.length > 0;
    const secrets = secretsOf(path, text, tokenPolicies);
    if (secrets.length > 0) files.push({ path, source: { file, text, lines: new Lines(text) }, secrets });
  }
  return {
    containDocuments,
    found: (isDefinition) => {
      const all = [...findings];
      const texts = new Map<string, string>();
      for (const { path, source, secrets } of files) {
        const counted = isDefinition(path) ? secrets.filter(({ everywhere }) => everywhere) : secrets;
        if (counted.length === 0) continue;
        const positions = counted.slice(0, MAX_FOUND);
        all.push(...positions.map(({ what, start, end }) => secretFinding(what, spanPosition(source, start, end))));
        texts.set(source.file, cover(source.text, [...secrets, ...secretsIn(source.text)]));
      }
      return { findings: all, texts };
    },
  };
}

function secretsOf(path: string, text: string, tokenPolicies: ReadonlySet<string>): readonly FoundSecret[] {
  const ending = extname(path);
  const formed = secretsIn(text).map((span) => ({ ...span, everywhere: !span.mayBeExample }));
  // Documentation of an API may show what a token looks like, but never a real key.
  if (DOCUMENTATION.test(ending) || isDefinition(text)) return formed.filter(({ everywhere }) => everywhere);
  if (!PROGRAMS.test(ending)) return formed;
  // What follows `token = ` in a program is an expression unless it is quoted.
  const quoted = formed.filter(({ what, start }) => what !== 'secret in text' || /["'`]/.test(text.charAt(start - 1)));
  const literals = secretLiterals(cover(text, quoted), tokenPolicies)
    .filter(({ start, end }) => !quoted.some((other) => other.start < end && start < other.end))
    .map((one) => ({ ...one, everywhere: false }));
  return [...quoted, ...literals].sort((a, b) => a.start - b.start);
}

/** Whether a file is an API definition: in JSON or, if too large to be read for documents, in YAML. */
function isDefinition(text: string): boolean {
  return /^\s*\{/.test(text.slice(0, 1000))
    ? /"(?:openapi|swagger)"\s{0,20}:\s{0,20}"[0-9]/.test(text)
    : /^(?:openapi|swagger):/m.test(text);
}

/** The text of a file; undefined if it is binary. */
function textOf(
  entry: SourceEntry,
  file: string,
): { readonly text?: string | undefined; readonly problem?: Detection | undefined } {
  if (entry.size > MAX_SEARCHED_BYTES) {
    const message = `file has ${entry.size} bytes; at most ${MAX_SEARCHED_BYTES} are searched for secrets`;
    const hint = 'move it out of the catalog';
    return { problem: { code: 'file-too-large', message, hint, at: filePosition(file) } };
  }
  try {
    return { text: decoded(entry.read()) };
  } catch (error) {
    const message = `file cannot be read (${errorCode(error)}), so it cannot be searched for secrets`;
    const hint = 'check that it exists and that you have permission to read it';
    return { problem: { code: 'unreadable-file', message, hint, at: filePosition(file) } };
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // An image or an archive: texts contain no NUL.
  return bytes.subarray(0, 8192).includes(0) ? undefined : new TextDecoder('utf-8').decode(bytes);
}
