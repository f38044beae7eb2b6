import type { Detection } from '../../model';
import { isMap, type Json } from '../../model';
import { shown } from '../../model/messages/shown';
import type { OpenApiLibrary } from './library';
import type { OpenApiFile } from './located';
import { isDefinition, openApiFile } from './open-files';
import { type BrokenReference, type OpenApiFiles, resolve } from './reference';
import { isAddress } from './references-in';
import { type WrittenReference, writtenReferences } from './written-references';

/** How many broken references of a file are reported. The last finding contains the number of others. */
const MAX_LISTED = 20;

/**
 * References of definitions to schemas, parameters, responses and security schemes that do not exist, one finding for each target.
 * They do not affect what a call needs. References of path items are reported where these are read. References to targets outside
 * the catalog are not followed.
 *
 * @param references every `$ref` of each file that is part of a definition, by path
 */
export function* brokenReferences(
  library: OpenApiLibrary,
  references: ReadonlyMap<string, ReadonlySet<string>>,
): Iterable<Detection> {
  const files = new Files(library);
  const reported = new Set(library.findings.map(placeOf));
  for (const [path, targets] of references) {
    const file = files.open(path);
    if (!file) continue;
    const broken = new Map<string, BrokenReference>();
    const targetOf = new Map<string, string>();
    for (const reference of targets) {
      const found = files.causeOf(file, reference);
      if (!found || found.file === 'outside') continue;
      const target = found.file === 'unusable' ? (reference.split('#')[0] ?? '') : reference;
      targetOf.set(reference, target);
      broken.set(target, found);
    }
    if (broken.size === 0) continue;
    for (const found of findings(file, broken, targetOf)) if (!reported.has(placeOf(found))) yield found;
  }
}

function placeOf({ at }: Detection): string {
  return `${at.file}:${at.line}:${at.column}`;
}

function* findings(
  file: OpenApiFile,
  broken: ReadonlyMap<string, BrokenReference>,
  targetOf: ReadonlyMap<string, string>,
): Iterable<Detection> {
  const written = [...writtenReferences(file.root, targetOf)];
  for (const [index, [target, reference]] of written.slice(0, MAX_LISTED).entries()) {
    const more = index === MAX_LISTED - 1 ? written.length - MAX_LISTED : 0;
    yield finding(file, target, broken.get(target), reference, more);
  }
}

function finding(
  file: OpenApiFile,
  target: string,
  broken: BrokenReference | undefined,
  { first, count }: WrittenReference,
  more: number,
): Detection {
  const places = count > 1 ? `, here and in ${count - 1} more places` : '';
  const others = more > 0 ? `; ${more} more references of this file are broken as well` : '';
  const hint = broken?.hint;
  return {
    code: 'openapi-reference-not-found',
    message: `$ref ${shown(target)} ${broken?.what}${places}${others}`,
    ...(hint !== undefined && { hint: typeof hint === 'string' ? hint : hint() }),
    at: file.positions.at(first),
  };
}

/** The files of a library, without reporting their problems, which are reported where a file is used. */
class Files implements OpenApiFiles {
  readonly #opened = new Map<string, OpenApiFile | undefined>();
  readonly #anchors = new Map<string, ReadonlySet<string>>();

  constructor(private readonly library: OpenApiLibrary) {}

  has(path: string): boolean {
    return this.library.has(path);
  }

  paths(): Iterable<string> {
    return this.library.paths();
  }

  open(named: string): OpenApiFile | undefined {
    const path = this.library.pathOf('', named);
    if (!this.#opened.has(path)) this.#opened.set(path, this.#read(path));
    return this.#opened.get(path);
  }

  #read(path: string): OpenApiFile | undefined {
    const content = this.library.contentOf(path);
    if (!content || content.findings.length > 0) return undefined;
    const { documents } = content;
    const document = documents.find(({ value }) => isDefinition(value)) ?? documents[0];
    return document && openApiFile(path, document);
  }

  /** Why a reference is broken; undefined if it resolves or cannot be checked. */
  causeOf(from: OpenApiFile, reference: string): BrokenReference | undefined {
    if (isAddress(reference)) return undefined;
    const [name = '', ...fragment] = reference.split('#');
    const anchor = fragment.join('#');
    // A reference to a whole file may name any file.
    if (anchor === '' && name !== '' && this.has(this.library.pathOf(from.path, name))) return undefined;
    const found = resolve(this, { value: reference, file: from, path: [] });
    if ('target' in found) return undefined;
    const target = name === '' ? from : this.open(this.library.pathOf(from.path, name));
    if (target && anchor !== '' && !anchor.startsWith('/') && this.#anchorsOf(target).has(anchor)) return undefined;
    return found.broken;
  }

  #anchorsOf(file: OpenApiFile): ReadonlySet<string> {
    const known = this.#anchors.get(file.path) ?? anchorsIn(file.root);
    this.#anchors.set(file.path, known);
    return known;
  }
}

/** Anchors of JSON Schema in a document, to which a fragment may refer. */
function anchorsIn(root: Json): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: Json[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (Array.isArray(next)) for (const item of next as readonly Json[]) waiting.push(item);
    else if (isMap(next)) {
      for (const key of ['$anchor', '$dynamicAnchor'])
        if (typeof next[key] === 'string') found.add(next[key] as string);
      for (const inner of Object.values(next)) if (typeof inner === 'object' && inner !== null) waiting.push(inner);
    }
  }
  return found;
}
