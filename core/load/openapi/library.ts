import { posix } from 'node:path';
import type { Detection, OpenApiDefinition, Position } from '../../model';
import { isMap, type Json } from '../../model';
import { withoutSecrets } from '../documents/gather';
import { isOutside } from '../documents/missing-file';
import type { ReadFile } from '../documents/read-file';
import { throughLinks } from '../source/links';
import type { SourceEntry } from '../source/source';
import { extractDefinition } from './extract';
import { catalogDocument, notFound, unusable } from './library-findings';
import type { OpenApiFile } from './located';
import { isDefinition, openApiFile, readForOpenApi, type TextDocument, type TextFile } from './open-files';
import type { OpenApiFiles } from './reference';

/** The files of a catalog. */
export interface LibraryInput {
  /** Every file of the source by path. */
  readonly entries: ReadonlyMap<string, SourceEntry>;
  /** Symbolic links of the source: the target of each path. */
  readonly links: ReadonlyMap<string, string>;
  /** Files that were already read for documents. */
  readonly alreadyRead: ReadonlyMap<string, ReadFile>;
  /** The name of a file in positions. */
  readonly fileOf: (path: string) => string;
}

/**
 * The OpenAPI files of a catalog. Each is read at most once, when an API or a file refers to it, and its problems are reported once.
 */
export class OpenApiLibrary implements OpenApiFiles {
  readonly findings: Detection[] = [];
  /** Files that are part of a definition, by path from the root. */
  readonly read = new Map<string, TextFile>();
  private readonly contents = new Map<string, TextFile | undefined>();
  private readonly definitions = new Map<string, OpenApiDefinition | undefined>();
  private readonly opened = new Map<string, OpenApiFile | undefined>();
  /** Files that contain a document of the catalog instead of a definition, with its kind: every reference to one is reported. */
  private readonly kinds = new Map<string, Json>();

  constructor(private readonly input: LibraryInput) {}

  /**
   * The definition that a document refers to; undefined, with a finding, if it cannot be used.
   *
   * @param from path of the document's file from the root
   * @param reference path of the OpenAPI file from that file
   * @param at where the reference is written
   */
  find(from: string, reference: string, at: Position): OpenApiDefinition | undefined {
    const path = this.pathOf(from, reference);
    if (!this.has(path) || isOutside({ path, reference })) {
      this.findings.push(notFound({ path, reference }, at, this.input));
      return undefined;
    }
    if (!this.definitions.has(path)) this.definitions.set(path, this.extract(path));
    const kind = this.kinds.get(path);
    if (kind !== undefined) this.findings.push(catalogDocument(this.input.fileOf(path), kind, at));
    return this.definitions.get(path);
  }

  /** The path from the root to which a reference refers, with links resolved. */
  pathOf(from: string, reference: string): string {
    return this.listed(posix.normalize(posix.join(posix.dirname(from), reference)));
  }

  has(path: string): boolean {
    return this.input.entries.has(this.listed(path));
  }

  paths(): Iterable<string> {
    return this.input.entries.keys();
  }

  /** A file to which another one refers. It may contain any part of a definition. */
  open(named: string): OpenApiFile | undefined {
    const path = this.listed(named);
    if (this.opened.has(path)) return this.opened.get(path);
    const [document, second] = this.use(path)?.documents ?? [];
    if (second) this.findings.push(unusable(this.input.fileOf(path), true));
    const opened = document && !second ? this.usable(path, document) : undefined;
    this.opened.set(path, opened);
    return opened;
  }

  /** The content of a file, without reporting its problems; undefined if it does not exist. */
  contentOf(named: string): TextFile | undefined {
    const { alreadyRead, entries, fileOf } = this.input;
    const path = this.listed(named);
    const entry = entries.get(path);
    if (!this.contents.has(path))
      this.contents.set(path, entry && readForOpenApi(entry, fileOf(path), alreadyRead.get(path)));
    return this.contents.get(path);
  }

  /** The text of every file that is part of a definition, by its name in positions. */
  texts(): readonly (readonly [file: string, text: string])[] {
    return [...this.read.values()].map(({ source }) => [source.file, withoutSecrets(source.text)]);
  }

  /** The path under which the source lists a file, with links resolved. */
  private listed(path: string): string {
    return this.input.entries.has(path) ? path : throughLinks(path, this.input.links);
  }

  /** A file that is part of a definition. Its problems are reported. */
  private use(path: string): TextFile | undefined {
    const file = this.contentOf(path);
    if (file && !this.read.has(path)) {
      this.read.set(path, file);
      this.findings.push(...file.findings);
    }
    return file?.findings.length === 0 ? file : undefined;
  }

  private extract(path: string): OpenApiDefinition | undefined {
    const file = this.use(path);
    if (!file) return undefined;
    const [document, second] = file.documents.filter(
      ({ value, problems }) => problems.length > 0 || isDefinition(value),
    );
    if (!document || second) {
      const kind = file.documents.map(({ value }) => (isMap(value) ? value.kind : undefined)).find(Boolean);
      if (!document && kind !== undefined) this.kinds.set(path, kind);
      else this.findings.push(unusable(this.input.fileOf(path), second !== undefined));
      return undefined;
    }
    const usable = this.opened.get(path) ?? this.usable(path, document);
    if (!usable) return undefined;
    this.opened.set(path, usable);
    const { definition, findings } = extractDefinition(usable, this);
    this.findings.push(...findings);
    return definition;
  }

  private usable(path: string, document: TextDocument): OpenApiFile | undefined {
    this.findings.push(...document.problems);
    return openApiFile(path, document);
  }
}
