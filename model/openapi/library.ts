import { posix } from 'node:path';
import type { Diagnostic } from '../diagnostic';
import { withoutSecrets } from '../documents/gather';
import { filePosition } from '../documents/places';
import { type ReadFile, readFile } from '../documents/read-file';
import { isMap, type Json } from '../json';
import type { Position } from '../position';
import type { SourceEntry } from '../source/source';
import { shown } from '../wording/shown';
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
  /** Files that hold a document of the catalog in place of a definition, with its kind: each reference to one is wrong. */
  private readonly kinds = new Map<string, Json>();

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
    const kind = this.kinds.get(path);
    if (kind !== undefined) this.diagnostics.push(this.catalogDocument(path, kind, at));
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
      ({ value, problems }) =>
        problems.length > 0 || (isMap(value) && !('kind' in value) && ('openapi' in value || 'swagger' in value)),
    );
    if (!document || second) {
      const kind = file.documents.map(({ value }) => (isMap(value) ? value.kind : undefined)).find(Boolean);
      if (!document && kind !== undefined) this.kinds.set(path, kind);
      else this.diagnostics.push(this.unusable(path, second !== undefined));
      return undefined;
    }
    const { definition, diagnostics } = extractDefinition(file.source, document);
    this.diagnostics.push(...diagnostics);
    return definition;
  }

  private unusable(path: string, several: boolean): Diagnostic {
    return {
      code: 'openapi-invalid',
      severity: 'error',
      message: several ? 'file holds more than one API definition' : "file is no API definition: it has no 'openapi'",
      hint: 'put one OpenAPI 3 definition into it',
      at: filePosition(this.fileOf(path)),
    };
  }

  private catalogDocument(path: string, kind: Json, at: Position): Diagnostic {
    return {
      code: 'openapi-invalid',
      severity: 'error',
      message: `file '${this.fileOf(path).slice(-120)}' holds a document of the catalog (kind ${shown(kind)}), no API definition`,
      hint: "name the OpenAPI file: the one that begins with 'openapi: 3…'",
      at,
    };
  }

  private notFound(path: string, reference: string, at: Position): Diagnostic {
    const words = { code: 'openapi-not-found', severity: 'error', at } as const;
    if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(reference)) {
      return {
        ...words,
        message: `${shown(reference)} is an address; allowed is a file of the catalog`,
        hint: 'download it into the catalog and write its path, counted from the file of this document',
      };
    }
    if (posix.isAbsolute(reference) || path.startsWith('../')) {
      return {
        ...words,
        message: 'OpenAPI file lies outside the catalog; allowed is a path that stays inside',
        hint: 'copy it into the catalog and write its path, counted from the file of this document',
      };
    }
    const near = nearest(path, this.entries.keys());
    const inside = this.hasFolder(path)
      ? { message: `'${this.fileOf(path).slice(-120)}' is a folder; allowed is a file` }
      : undefined;
    return {
      ...words,
      message: `there is no file '${this.fileOf(path).slice(-120)}'`,
      ...inside,
      hint:
        near === undefined
          ? 'the path counts from the file of this document'
          : `did you mean '${besideOf(reference, path, near)}'?`,
    };
  }

  private hasFolder(path: string): boolean {
    const folder = path === '.' ? '' : `${path.replace(/\/$/, '')}/`;
    return [...this.entries.keys()].some((file) => file.startsWith(folder));
  }
}

/** A path as a document would write it, which wrote `reference` for `path`. */
function besideOf(reference: string, path: string, other: string): string {
  const beside = posix.join(posix.dirname(reference), posix.relative(posix.dirname(path), other));
  return beside.startsWith('../') ? beside : `./${beside}`;
}
