import { posix } from 'node:path';
import { type ContractTemplate, type Detection, sha256 as digestOf } from '../../model';
import type { RawDocument } from '../documents/document';
import { describeMissingFile, type FileReference, isOutside, type Listing } from '../documents/missing-file';
import { MAX_SEARCHED_BYTES } from '../documents/other-files';
import { throughLinks } from '../source/links';
import type { SourceEntry } from '../source/source';

/** The files of a catalog. */
interface CatalogFiles extends Listing {
  readonly entries: ReadonlyMap<string, SourceEntry>;
  /** Symbolic links of the source: the target of each path. */
  readonly links: ReadonlyMap<string, string>;
  /** The path, from the root, of a document's file by its name in positions. */
  readonly fromOf: (file: string) => string;
}

/**
 * Compares the texts of contract templates with their digests. A file that cannot be read is reported elsewhere.
 *
 * @param documents valid documents of any kind
 */
export function* contractTexts(documents: readonly RawDocument[], files: CatalogFiles): Iterable<Detection> {
  const digests = new Map<string, readonly string[] | undefined>();
  const digestsOf = (path: string): readonly string[] | undefined => {
    if (!digests.has(path)) digests.set(path, computeDigests(files.entries.get(path)));
    return digests.get(path);
  };
  for (const { kind, value, positions } of documents) {
    if (kind !== 'ContractTemplate') continue;
    const { name, versions } = value as unknown as ContractTemplate;
    for (const [version, { texts }] of Object.entries(versions)) {
      for (const [language, { file, sha256 }] of Object.entries(texts)) {
        const at = (field: string) => positions.at(['versions', version, 'texts', language, field]);
        const reference = referenceTo(file, files.fromOf(positions.file), files);
        if (!files.entries.has(reference.path) || isOutside(reference)) {
          const described = describeMissingFile(reference, files, 'text of the contract');
          yield { code: 'contract-text-not-found', at: at('file'), ...described };
          continue;
        }
        const found = digestsOf(reference.path);
        if (found === undefined || found.includes(sha256)) continue;
        yield {
          code: 'contract-text-changed',
          message: `text '${language}' of version ${version} of contract template '${name}' is not the one with this digest: '${files.fileOf(reference.path).slice(-120)}' has ${found[0]}`,
          hint: 'a signed text must not change: restore the file, and write a changed text as a new version; if no one has accepted this version, write that digest',
          at: at('sha256'),
        };
      }
    }
  }
}

function referenceTo(reference: string, from: string, { entries, links }: CatalogFiles): FileReference {
  const path = posix.normalize(posix.join(posix.dirname(from), reference));
  return { reference, path: entries.has(path) ? path : throughLinks(path, links) };
}

/**
 * The digests that a text may have: of its bytes, and of its bytes with the line endings that Git gives it on other systems.
 * Undefined if it cannot be read.
 */
function computeDigests(entry: SourceEntry | undefined): readonly string[] | undefined {
  if (!entry || entry.problem || entry.size > MAX_SEARCHED_BYTES) return undefined;
  try {
    const bytes = Buffer.from(entry.read());
    const text = bytes.toString('latin1');
    return [digestOf(bytes), digestOf(Buffer.from(text.replaceAll('\r\n', '\n'), 'latin1'))];
  } catch {
    return undefined;
  }
}
