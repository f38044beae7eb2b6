import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, posix, relative, resolve, sep } from 'node:path';
import { withSeverity } from '../../checks';
import type { TemplateFile } from '../../edit/templates/file';
import { loadCatalog, MemorySource } from '../../load';
import { MAX_OPENAPI_JSON_BYTES } from '../../load/yaml/bounds';
import type { OpenApiDefinition } from '../../model';
import type { CommandContext } from '../command-context';
import { UserError } from '../user-error';
import { readBounded } from './read-bounded';

/** An OpenAPI file for a new API, with the files that it refers to. */
export interface ImportedOpenApi {
  readonly definition: OpenApiDefinition;
  /** Its files, with paths relative to their common folder; the first is the one that the user named. */
  readonly files: readonly [TemplateFile, ...TemplateFile[]];
}

/** More than any definition needs. */
const MAX_FILES = 200;

/**
 * Reads an OpenAPI file from anywhere, exactly as the check will read it in the catalog.
 *
 * @throws UserError with the findings if the file cannot be used
 */
export function readOpenApi(context: CommandContext, displayPath: string): ImportedOpenApi {
  const path = resolve(context.cwd, displayPath);
  const files = withReferences(context, dirname(displayPath), basename(path));
  const [{ path: first }] = files;
  const top = resolve(path, ...first.split('/').map(() => '..'));
  const root = relative(context.cwd, top).split(sep).join('/') || '.';
  const probe = 'gatewright.probe.yaml';
  const texts = Object.fromEntries(files.map((file) => [file.path, file.text]));
  const source = new MemorySource({ ...texts, [probe]: JSON.stringify(probeDocument(first)) }, root);
  const loaded = loadCatalog(source);
  const definition = loaded.catalog.apis.get('probe')?.definition;
  // An OpenAPI file has no kind.
  const found = withSeverity(loaded.findings).filter(
    ({ severity, at, code }) => severity === 'error' && at.file !== `${root}/${probe}` && code !== 'missing-kind',
  );
  if (definition && found.length === 0) return { definition, files };
  if (found.length === 0)
    throw new UserError(
      `'${displayPath}' is not an OpenAPI file: it has no 'openapi' field`,
      'pass a file with one OpenAPI 3 definition',
    );
  throw new UserError(`'${displayPath}' cannot be used as the OpenAPI file of an API; nothing was written`, undefined, {
    findings: found,
    texts: loaded.texts,
  });
}

/** A minimal Api document that makes the loader read the OpenAPI file; its other references are not checked. */
function probeDocument(openapi: string): object {
  return {
    kind: 'Api',
    name: 'probe',
    title: 'Probe',
    domain: 'probe',
    owner: 'probe',
    version: '0.1.0',
    basePath: '/probe',
    openapi: `./${openapi}`,
    lifecycle: 'draft',
    criticality: 'low',
    personalData: false,
    visibility: 'public',
    tiers: ['probe'],
    upstreams: { probe: { url: 'https://probe.example' } },
    policies: { token: 'probe', errors: 'probe' },
  };
}

/** A path at most one folder up, without hidden folders and files. */
const NEAR = /^(\.\.\/)?([^./][^/]*)(\/[^./][^/]*)*$/;

const REFERENCE = /\$ref["']?\s*:\s*["']?([^"'#\s,}]+)/g;

/**
 * A file and every file that it refers to, directly or indirectly, with paths relative to their common folder: the file's own, or
 * its parent, as in layouts with a sibling folder `common/`. Hidden folders are not read.
 */
function withReferences(context: CommandContext, folder: string, name: string): [TemplateFile, ...TemplateFile[]] {
  const first = { path: name, text: textOf(context, join(folder, name)) };
  const files = new Map([[name, first]]);
  for (const { path, text } of files.values()) {
    for (const [, reference = ''] of text.matchAll(REFERENCE)) {
      if (/^[a-z][a-z0-9+.-]*:/i.test(reference) || !/^\.(json|ya?ml)$/i.test(extname(reference))) continue;
      const target = posix.normalize(posix.join(posix.dirname(path), reference));
      if (files.has(target)) continue;
      if (!NEAR.test(target) || posix.isAbsolute(reference) || files.size >= MAX_FILES)
        throw new UserError(
          `'${join(folder, path)}' refers to '${reference}', which cannot be imported`,
          `only visible files in the folder of the OpenAPI file or in its parent are imported, at most ${MAX_FILES}; copy the files into the catalog, and pass the OpenAPI file there`,
        );
      // The loader reports broken references. Text that only looks like a reference, as in a comment, is ignored.
      if (existsSync(resolve(context.cwd, folder, target)))
        files.set(target, { path: target, text: textOf(context, join(folder, target)) });
    }
  }
  const others = [...files.values()].slice(1);
  if (!others.some(({ path }) => path.startsWith('../'))) return [first, ...others];
  const fromAbove = (file: TemplateFile) => ({
    ...file,
    path: posix.join(basename(resolve(context.cwd, folder)), file.path),
  });
  return [fromAbove(first), ...others.map(fromAbove)];
}

/** @throws UserError if the file cannot be read as text */
function textOf(context: CommandContext, displayPath: string): string {
  const bytes = readBounded(context, displayPath, MAX_OPENAPI_JSON_BYTES);
  const text = bytes.toString('utf8');
  if (Buffer.from(text).equals(bytes)) return text;
  throw new UserError(`'${displayPath}' is not UTF-8 text`, 'save it as UTF-8');
}
