import type { Detection } from '../../model';
import { errorCode } from '../../model/messages/thrown';
import type { SourceEntry } from '../source/source';
import { MAKE_SMALLER } from '../yaml/bounds';
import { Lines } from '../yaml/lines';
import { readYaml, type YamlDocument } from '../yaml/read';
import { decodeText } from '../yaml/text';
import type { TextProblem } from '../yaml/text-problem';
import { filePosition, type SourceText, spanPosition } from './positions';

/** A YAML or JSON file, read once. */
export interface ReadFile {
  readonly source: SourceText;
  readonly documents: readonly YamlDocument[];
  /** Why the file could not be read, or not completely. */
  readonly findings: readonly Detection[];
}

/** Reads a file within limits. Never throws: every problem is in the result. */
export function readFile(entry: SourceEntry, file: string, maxBytes: number): ReadFile {
  const source = readText(entry, file, maxBytes);
  if (source.findings.length > 0) return { source, documents: [], findings: source.findings };
  return parseText(source);
}

/** Reads the documents of a text. */
export function parseText(source: SourceText): ReadFile {
  const { documents, stopped } = readYaml(source.text);
  return { source, documents, findings: stopped ? [textFinding(source, stopped)] : [] };
}

/** Reads a file as text. If there are findings, the text must not be used. */
export function readText(
  entry: SourceEntry,
  file: string,
  maxBytes: number,
): SourceText & { readonly findings: readonly Detection[] } {
  if (entry.problem) return unread(file, { ...entry.problem, at: filePosition(file) });
  if (entry.size > maxBytes) return unread(file, tooLarge(entry.size, file, maxBytes));
  let bytes: Uint8Array;
  try {
    bytes = entry.read();
  } catch (error) {
    return unread(file, unreadable(error, file));
  }
  if (bytes.length > maxBytes) return unread(file, tooLarge(bytes.length, file, maxBytes));
  const { text, problems } = decodeText(bytes);
  const source = { file, text, lines: new Lines(text) };
  return { ...source, findings: problems.map((problem) => textFinding(source, problem)) };
}

/** A problem of a text as a finding. */
export function textFinding(source: SourceText, { code, message, hint, start, end, path }: TextProblem): Detection {
  return {
    code,
    message,
    ...(hint !== undefined && { hint }),
    at: spanPosition(source, start, end, path),
  };
}

function unread(file: string, finding: Detection): SourceText & { readonly findings: readonly Detection[] } {
  return { file, text: '', lines: new Lines(''), findings: [finding] };
}

function tooLarge(size: number, file: string, maxBytes: number): Detection {
  return {
    code: 'file-too-large',
    message: `file has ${size} bytes; at most ${maxBytes} are allowed`,
    hint: MAKE_SMALLER,
    at: filePosition(file),
  };
}

function unreadable(error: unknown, file: string): Detection {
  return {
    code: 'unreadable-file',
    message: `file cannot be read (${errorCode(error)})`,
    hint: 'check that it exists and that you have permission to read it',
    at: filePosition(file),
  };
}
