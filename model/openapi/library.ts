import { posix } from 'node:path';
import type { Diagnostic } from '../diagnostic';
import { withoutSecrets } from '../documents/gather';
import { filePosition } from '../documents/places';
import { type ReadFile, readFile } from '../documents/read-file';
import { isMap } from '../json';
import type { Position } from '../position';
import type { SourceEntry } from '../source/source';
import { nearest } from '../wording/suggest';
import { MAX_OPENAPI_BYTES } from '../yaml/limits';
import type { OpenApiDefinition } from './definition';
import { extractDefinition } from './extract';

/**
 * The OpenAPI files of a catalog. Each is read once, however many APIs refer to it, and only when one does; what is wrong with
 * it is told once.
 */
export class OpenApiLibrary {
  readonly diagnostics: Diagnostic[] = [];
  /** Files that were read here, by path from the root. */
  readonly read = new Map<string, ReadFile>();
  private readonly definitions = new Map<string, OpenApiDefinition | undefined>();

  /**
   * @param entries every file of the source by path
   * @param alreadyRead files that were read while looking for documents
   * @param fileOf the name of a file as positions show it
   */
  constructor(
    private readonly entries: ReadonlyMap<string, SourceEntry>,
    private readonly alreadyRead: ReadonlyMap<string, ReadFile>,
    private readonly fileOf: (path: string) => string,
  ) {}

  /**
   * The definition that a document refers to; undefined, with a finding, where it cannot be used.
   *
   * @param from path of the document's file from the root
   * @param reference path of the OpenAPI file from that file
   * @param at where the reference stands
   */
  find(from: string, reference: string, at: Position): OpenApiDefinition | undefined {
    const path = posix.normalize(posix.join(posix.dirname(from), reference));
    const entry = this.entries.get(path);
    if (!entry || posix.isAbsolute(reference) || path.startsWith('../')) {
      this.diagnostics.push(this.notFound(path, reference, at));
      return undefined;
    }
    if (!this.definitions.has(path)) this.definitions.set(path, this.extract(path, entry));
    return this.definitions.get(path);
  }

  /** The text of every file that was read here, by the name that positions use. */
  texts(): readonly (readonly [file: string, text: string])[] {
    return [...this.read.values()].map(({ source }) => [source.file, withoutSecrets(source.text)]);
  }

  private extract(path: string, entry: SourceEntry): OpenApiDefinition | undefined {
    // What was too large for a document may still be read as an OpenAPI file.
    const known = this.alreadyRead.get(path);
    const usable = known?.diagnostics.length === 0 ? known : undefined;
    const file = usable ?? readFile(entry, this.fileOf(path), MAX_OPENAPI_BYTES);
    this.read.set(path, file);
    this.diagnostics.push(...file.diagnostics);
    if (file.diagnostics.length > 0) return undefined;
    const [document, second] = file.documents.filter(
      ({ value, problems }) => problems.length > 0 || (isMap(value) && ('openapi' in value || 'swagger' in value)),
    );
    if (!document || second) {
      const message = second
        ? 'file holds more than one API definition'
        : "file is no API definition: it has no 'openapi'";
      const hint = 'put one OpenAPI 3 definition into it';
      this.diagnostics.push({
        code: 'openapi-invalid',
        severity: 'error',
        message,
        hint,
        at: filePosition(this.fileOf(path)),
      });
      return undefined;
    }
    const { definition, diagnostics } = extractDefinition(file.source, document);
    this.diagnostics.push(...diagnostics);
    return definition;
  }

  private notFound(path: string, reference: string, at: Position): Diagnostic {
    const outside = posix.isAbsolute(reference) || path.startsWith('../');
    const near = nearest(path, this.entries.keys());
    return {
      code: 'openapi-not-found',
      severity: 'error',
      message: outside
        ? 'OpenAPI file lies outside the catalog; allowed is a path that stays inside'
        : `there is no file '${this.fileOf(path).slice(-120)}'`,
      hint:
        near === undefined || outside
          ? 'the path counts from the file of this document'
          : `did you mean '${this.fileOf(near)}'?`,
      at,
    };
  }
}
