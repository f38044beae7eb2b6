import type { Detection, OpenApiDefinition } from '../../model';
import { deepFreeze, isMap } from '../../model';
import { cut } from '../../model/messages/shown';
import { openApiDetection, type Report } from './findings';
import { ROOT_KEYS, reportUnknownKeys } from './known-keys';
import { type Located, memberOf, membersOf, type OpenApiFile, rootOf } from './located';
import { reportMisplacedSecurity } from './misplaced-security';
import { readOperations } from './operations';
import type { OpenApiFiles } from './reference';
import { declaredScopes } from './security';
import { serverPaths } from './servers';

/** The definition of a file; undefined if the file cannot be used. */
export interface ExtractedDefinition {
  readonly definition?: OpenApiDefinition;
  readonly findings: readonly Detection[];
}

// Not every problem of a very invalid file is reported.
const MAX_FINDINGS = 100;

/** Takes what Gatewright needs out of an OpenAPI 3.0, 3.1 or 3.2 file and the files that it refers to. */
export function extractDefinition(file: OpenApiFile, files: OpenApiFiles): ExtractedDefinition {
  // Errors and warnings are counted separately: if an error were omitted, the file would be usable.
  const unusable: Detection[] = [];
  const others: Detection[] = [];
  const report: Report = (finding) => {
    const list = finding.code === undefined ? unusable : others;
    if (list.length < MAX_FINDINGS) list.push(openApiDetection(finding, 'invalid-openapi-file'));
  };
  const definition = define(report, rootOf(file), files);
  const findings = grouped([...unusable, ...others]);
  return unusable.length > 0 || !definition ? { findings } : { definition, findings };
}

function define(report: Report, root: Located, files: OpenApiFiles): OpenApiDefinition | undefined {
  if (!isMap(root.value) || !supported(report, root)) return undefined;
  for (const finding of misspelt(root)) report(finding);
  reportMisplacedSecurity(report, root);
  const { operations, origins } = readOperations(report, files, root);
  const needed = new Set(operations.map((operation) => operation.scopes));
  const scopes = new Set([...[...needed].flat(2), ...declaredScopes(files, root)]);
  const servers = memberOf(root, 'servers');
  return deepFreeze({
    file: root.file.positions.file,
    title: text(report, root, 'title'),
    version: text(report, root, 'version'),
    paths: pathsOf(root),
    operations,
    scopes: [...scopes].sort(),
    origin: { operations: origins, servers: servers ? serverPaths(servers) : [] },
  });
}

/** Every path, even one without operations or one that cannot be routed, because an upstream may serve it. */
function pathsOf(root: Located): readonly string[] {
  const paths = memberOf(root, 'paths');
  return (paths ? membersOf(paths) : [])
    .map(([path]) => path)
    .filter((path) => !path.startsWith('x-'))
    .sort();
}

/** Keys at the top level that resemble a known one; others have no effect. */
function misspelt(root: Located) {
  const found: Parameters<Report>[0][] = [];
  reportUnknownKeys((finding) => found.push(finding), root, ROOT_KEYS, 'an API definition');
  return found.filter(({ code }) => code === undefined);
}

function supported(report: Report, root: Located): boolean {
  const swagger = memberOf(root, 'swagger');
  if (swagger) {
    report({
      message: 'API definition is Swagger 2; it must be OpenAPI 3.0, 3.1 or 3.2',
      at: swagger,
      hint: 'convert it to OpenAPI 3',
    });
    return false;
  }
  const version = memberOf(root, 'openapi');
  if (typeof version?.value === 'string' && /^3\.[0-2](\.[0-9]+)?$/.test(version.value)) return true;
  const found = typeof version?.value === 'string' ? `'${cut(version.value)}'` : 'not text';
  report({
    message: `'openapi' is ${found}; it must be 3.0.x, 3.1.x or 3.2.x, in quotes where it has one dot`,
    at: version ?? root,
    hint: "write the version of OpenAPI that the file is in: 'openapi: 3.1.0'",
  });
  return false;
}

function text(report: Report, root: Located, key: 'title' | 'version'): string {
  const info = memberOf(root, 'info');
  const found = info && memberOf(info, key);
  if (found && typeof found.value === 'string' && found.value.trim() !== '') return found.value;
  // YAML reads 'version: 1.0' as a number, so the source text is used.
  if (found && typeof found.value === 'number') return found.file.positions.sourceOf(found.path);
  report({ message: `API definition has no 'info.${key}'`, at: found ?? info ?? root, hint: `add 'info.${key}'` });
  return '';
}

/** A mistake that is repeated is reported once, at its first position. */
function grouped(found: readonly Detection[]): readonly Detection[] {
  const places = new Map<string, { readonly first: Detection; readonly at: Set<string> }>();
  for (const one of found) {
    const key = JSON.stringify([one.at.file, one.message]);
    const known = places.get(key) ?? { first: one, at: new Set() };
    known.at.add(`${one.at.line}:${one.at.column}`);
    places.set(key, known);
  }
  return [...places.values()].map(({ first, at }) =>
    at.size === 1 ? first : { ...first, message: `${first.message}, here and in ${at.size - 1} more places` },
  );
}
