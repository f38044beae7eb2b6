import type { Detection, TermsEntry } from '../../model';
import { fileDigest, TERMS_FOLDER, termsName } from '../../model';
import { cover, secretsIn } from '../../model/secrets';
import type { TermsFiles } from '../documents/assemble';
import { DocumentEntry } from '../documents/entry';
import { filePosition, type Positions } from '../documents/positions';
import { readText } from '../documents/read-file';
import { jsonPositions } from '../json-text/positions';
import type { SourceEntry } from '../source/source';
import { MAX_DOCUMENT_BYTES } from '../yaml/bounds';
import { type PlacedTermsFile, parseTermsFile } from './parse-terms-file';

/** The terms files of a catalog, with their problems and texts. */
export interface ReadTermsFiles extends TermsFiles {
  readonly findings: readonly Detection[];
  readonly texts: ReadonlyMap<string, string>;
}

const PLACE = /^terms\/([a-z][a-z0-9-]*)\/([0-9A-Za-z.-]+)\.json$/;

/**
 * Reads the folder `terms/` of a catalog. Never throws: every problem is in the result.
 *
 * @param links paths of symbolic links and of their targets: the folder, or that of a tier, may be a link to another one
 */
export function readTermsFiles(
  sources: ReadonlyMap<string, SourceEntry>,
  links: ReadonlyMap<string, string>,
  fileOf: (path: string) => string,
): ReadTermsFiles {
  const entries: [string, TermsEntry][] = [];
  const unread: string[] = [];
  const findings: Detection[] = [];
  const texts = new Map<string, string>();
  for (const { path, listed, source } of inTermsFolder(sources, links)) {
    const file = fileOf(listed);
    // An entry that cannot be read is reported with the documents.
    const [, tier = '', version = ''] = PLACE.exec(path) ?? [];
    if (tier === '') {
      if (!source.problem) findings.push(misplaced(file));
      continue;
    }
    const name = termsName(tier, version);
    const read = readOne(source, { file, tier, version });
    texts.set(file, read.text);
    findings.push(...read.findings);
    if (read.entry) entries.push([name, read.entry]);
    else unread.push(name);
  }
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return { entries: new Map(entries), unread, findings, texts };
}

/** A file below `terms/`, and the path under which the source lists it. */
interface LinkedFile {
  readonly path: string;
  readonly listed: string;
  readonly source: SourceEntry;
}

function* inTermsFolder(
  sources: ReadonlyMap<string, SourceEntry>,
  links: ReadonlyMap<string, string>,
): Iterable<LinkedFile> {
  const isInside = (path: string) => path.startsWith(`${TERMS_FOLDER}/`);
  for (const [path, source] of sources) if (isInside(path)) yield { path, listed: path, source };
  for (const [link, target] of links) {
    if (link !== TERMS_FOLDER && !isInside(link)) continue;
    for (const [listed, source] of sources)
      if (listed === target || listed.startsWith(`${target}/`))
        yield { path: `${link}${listed.slice(target.length)}`, listed, source };
  }
}

interface ReadTermsFile {
  readonly entry?: TermsEntry;
  readonly findings: readonly Detection[];
  readonly text: string;
}

function readOne(source: SourceEntry, placed: PlacedTermsFile): ReadTermsFile {
  const { text, lines, findings } = readText(source, placed.file, MAX_DOCUMENT_BYTES);
  if (source.problem) return { findings: [], text };
  if (findings.length > 0) return { findings, text };
  const secrets = secretsIn(text);
  // The secret is reported where all other files are searched, and its file is not part of the catalog.
  if (secrets.length > 0) return { findings: [], text: cover(text, secrets) };
  const positions = jsonPositions({ file: placed.file, text, lines });
  const { value, findings: problems } = parseTermsFile(text, placed, positions);
  return { ...(value && { entry: new FileTermsEntry(value, positions, fileDigest(text)) }), findings: problems, text };
}

/** A terms file with its digest. */
class FileTermsEntry extends DocumentEntry<TermsEntry['value']> implements TermsEntry {
  constructor(
    value: TermsEntry['value'],
    positions: Positions,
    readonly digest: string,
  ) {
    super(termsName(value.tier, value.version), value, positions);
    Object.freeze(this);
  }

  override at(path: Parameters<TermsEntry['at']>[0] = ['version'], part: 'value' | 'key' = 'value') {
    return super.at(path, part);
  }
}

function misplaced(file: string): Detection {
  return {
    code: 'terms-file-misplaced',
    message: `folder '${TERMS_FOLDER}' contains only terms files, and this file is not '${TERMS_FOLDER}/TIER/VERSION.json'`,
    hint: "move it out of the folder; 'gatewright seal TIER' writes terms files",
    at: filePosition(file),
  };
}
