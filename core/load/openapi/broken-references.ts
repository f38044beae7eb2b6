import type { Detection } from '../../model';
import { isMap, type Json } from '../../model';
import { shown } from '../../model/messages/shown';
import type { OpenApiLibrary } from './library';
import type { OpenApiFile } from './located';
import { isDefinition, openApiFile } from './open-files';
import { type BrokenReference, type OpenApiFiles, resolve } from './reference';
import { isAddress } from './references-in';
import { type WrittenReference, writtenReferences } from './written-references';

/** Broken references of one file that are listed; the last finding says how many more there are. */
const MAX_LISTED = 20;

/**
 * References of definitions that lead to nothing: schemas, parameters, responses, security schemes. They do not decide what a call
 * needs, so they are warnings, one for each target; those of path items are reported where these are read. Whether what is outside the
 * catalog exists is not looked at.
 *
 * @param references each `$ref` of each file that is part of a definition, by path
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
      const found = files.brokenness(file, reference);
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
    at: file.places.at(first),
  };
}

/** The files of a library as they are: what is wrong with one is reported where it is used. */
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

  /** What is wrong with a reference; undefined where it leads somewhere, or nobody can say. */
  brokenness(from: OpenApiFile, reference: string): BrokenReference | undefined {
    if (isAddress(reference)) return undefined;
    const [name = '', ...fragment] = reference.split('#');
    const anchor = fragment.join('#');
    // A file as a whole may be of any kind.
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

/** Names that JSON Schema gives to places of a document, to which a fragment may lead. */
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
