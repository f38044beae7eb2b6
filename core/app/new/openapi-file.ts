import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, posix, relative, resolve, sep } from 'node:path';
import type { TemplateFile } from '../../edit/templates/file';
import { loadCatalog, MemorySource } from '../../load';
import { MAX_OPENAPI_JSON_BYTES } from '../../load/yaml/bounds';
import type { OpenApiDefinition } from '../../model';
import type { CommandContext } from '../command-context';
import { UserError } from '../user-error';
import { readBounded } from './read-bounded';

/** An OpenAPI file that becomes that of an API, with the files that it refers to. */
export interface ImportedOpenApi {
  readonly definition: OpenApiDefinition;
  /** Its files, by their path from the folder that has them all; the first is the one that was named. */
  readonly files: readonly [TemplateFile, ...TemplateFile[]];
}

/** More than any definition has; who names a folder's worth of something else is stopped. */
const MAX_FILES = 200;

/**
 * Reads an OpenAPI file from anywhere, as the check will read it in the catalog.
 *
 * @throws UserError when it cannot be used, with what is wrong with it and where
 */
export function readOpenApi(context: CommandContext, shown: string): ImportedOpenApi {
  const path = resolve(context.cwd, shown);
  const files = withReferences(context, dirname(shown), basename(path));
  const [{ path: first }] = files;
  const top = resolve(path, ...first.split('/').map(() => '..'));
  const root = relative(context.cwd, top).split(sep).join('/') || '.';
  const probe = 'gatewright.probe.yaml';
  const texts = Object.fromEntries(files.map((file) => [file.path, file.text]));
  const source = new MemorySource({ ...texts, [probe]: JSON.stringify(probeDocument(first)) }, root);
  const loaded = loadCatalog(source);
  const definition = loaded.catalog.apis.get('probe')?.definition;
  // That the file has no kind says nothing of an OpenAPI file.
  const found = loaded.diagnostics.filter(
    ({ severity, at, code }) => severity === 'error' && at.file !== `${root}/${probe}` && code !== 'missing-kind',
  );
  if (definition && found.length === 0) return { definition, files };
  if (found.length === 0)
    throw new UserError(
      `'${shown}' is not an OpenAPI file: it has no 'openapi'`,
      'name a file with one OpenAPI 3 definition',
    );
  throw new UserError(`'${shown}' cannot be used as the OpenAPI file of an API; nothing was written`, undefined, {
    findings: found,
    texts: loaded.texts,
  });
}

/** An Api that asks for nothing but the file, so that it is read; the names in it are looked at by nobody. */
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
 * A file and every file to which it refers, directly or through others, by their path from the folder that has them all: that of
 * the file, or the one above, as where `common/` lies beside it. Hidden folders are not looked into.
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
          `'${join(folder, path)}' refers to '${reference}', which is too far from the OpenAPI file`,
          'copy the files into the catalog, and name the OpenAPI file there',
        );
      // A broken reference is reported at its place, and what only looks like one, as in a comment, is not.
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

/** @throws UserError when it cannot be read as text */
function textOf(context: CommandContext, shown: string): string {
  const bytes = readBounded(context, shown, MAX_OPENAPI_JSON_BYTES);
  const text = bytes.toString('utf8');
  if (Buffer.from(text).equals(bytes)) return text;
  throw new UserError(`'${shown}' is not UTF-8 text`, 'save it as UTF-8');
}
