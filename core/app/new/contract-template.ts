import { extname, posix, relative, resolve, sep } from 'node:path';
import type { NewFile } from '../../edit/new-files';
import { type ContractText, contractTemplateDocument, contractText } from '../../edit/templates/contract-template';
import { fileDigest, programmeOf, withLineFeeds } from '../../model';
import { isWord } from '../../model/schemas';
import { type CatalogFolder, loadFolder, resolveCatalogFolder } from '../catalog-folder';
import type { CommandContext } from '../command-context';
import { UsageError, UserError } from '../user-error';
import { documentPath } from './document-path';
import { parseName, rejectTaken } from './name';
import { readBounded } from './read-bounded';
import { schemasFrom } from './schemas-path';
import { type AddedDocument, writeDocument } from './write-document';

export interface NewContractTemplate {
  /** The catalog folder as the user named it. */
  readonly catalog: string;
  readonly name: string;
  /** Its texts, each as `FILE` or `LANGUAGE=FILE`, relative to the working directory; empty to create a short text. */
  readonly texts: readonly string[];
  /**
   * First day on which it can be accepted, 'YYYY-MM-DD'.
   * @default today
   */
  readonly effective?: string | undefined;
}

const FIRST_VERSION = '1.0.0';

/** Adds a ContractTemplate with one version to a catalog, with existing texts or a new one. */
export function addContractTemplate(context: CommandContext, request: NewContractTemplate): AddedDocument {
  const name = parseName(request.name);
  const folder = resolveCatalogFolder(context, request.catalog);
  const { catalog } = loadFolder(folder);
  rejectTaken(catalog, 'ContractTemplate', name);
  const path = documentPath(folder, catalog, 'ContractTemplate', { name });
  const mainLanguage = programmeOf(catalog)?.value.languages[0] ?? 'en';
  const named = parseTexts(request.texts, mainLanguage);
  const texts =
    named.length === 0
      ? [newText(name, path)]
      : named.map((text) => textFrom(context, folder, { ...text, path, template: name }));
  const document = contractTemplateDocument({
    name,
    version: FIRST_VERSION,
    effective: request.effective ?? context.today,
    texts,
    schemas: schemasFrom(folder, path),
  });
  const added = writeDocument(context, folder, [
    { path, text: document },
    ...texts.flatMap(({ write }) => write ?? []),
  ]);
  const review = 'review `notice` and `responsibilities`: they must say what the text says';
  return named.length === 0 ? added : { ...added, notes: [review] };
}

/** A text of the command line. */
interface NamedText {
  readonly language: string;
  /** The file as the user named it. */
  readonly file: string;
}

/** @throws UsageError if a language is invalid, or has two texts */
function parseTexts(texts: readonly string[], mainLanguage: string): readonly NamedText[] {
  const languages = new Set<string>();
  return texts.map((text) => {
    const [, prefix, file = text] = /^([A-Za-z0-9-]+)=(.*)$/.exec(text) ?? [];
    const language = prefix ?? mainLanguage;
    if (!isWord('language', language))
      throw new UsageError(
        `'${language}' is not a valid language tag`,
        `use a tag such as en, es or pt-BR: --text en=${file}`,
      );
    if (languages.has(language))
      throw new UsageError(
        `two texts are for language '${language}'`,
        'name the language of each text: --text en=FILE --text es=FILE',
      );
    languages.add(language);
    return { language, file };
  });
}

/** A text of the new document. */
interface PlacedText extends ContractText {
  /** The file to write; undefined if it is already in the catalog. */
  readonly write?: NewFile;
}

/** A short text that says what the new document says. It is in English, whatever the languages of the programme are. */
function newText(name: string, document: string): PlacedText {
  const text = contractText(name, FIRST_VERSION);
  return placed(name, document, { language: 'en', extension: '.md', content: text });
}

interface TextRequest extends NamedText {
  readonly template: string;
  /** Path of the document, relative to the catalog folder. */
  readonly path: string;
}

/** A text of the user: a file in the catalog stays where it is, another one is copied next to the document. */
function textFrom(
  context: CommandContext,
  folder: CatalogFolder,
  { language, file, template, path }: TextRequest,
): PlacedText {
  const content = readBounded(context, file, MAX_BYTES);
  if (content.toString('utf8').trim() === '')
    throw new UserError(`'${file}' is empty`, 'pass the text of the contract');
  const inside = relative(folder.path, resolve(context.cwd, file)).split(sep).join('/');
  if (inside === '..' || inside.startsWith('../'))
    return placed(template, path, { language, extension: extname(file), content });
  const from = posix.relative(posix.dirname(path), inside);
  return { language, file: from.startsWith('.') ? from : `./${from}`, sha256: fileDigest(content) };
}

function placed(
  template: string,
  document: string,
  { language, extension, content }: { language: string; extension: string; content: string | Uint8Array },
): PlacedText {
  const file = `${template}-${FIRST_VERSION}.${language}${extension}`;
  return {
    language,
    file: `./${file}`,
    sha256: fileDigest(content),
    write: { path: posix.join(posix.dirname(document), file), text: withLineFeeds(content) },
  };
}

/** More than any contract needs, even as a PDF file with images. */
const MAX_BYTES = 16 * 1024 * 1024;
