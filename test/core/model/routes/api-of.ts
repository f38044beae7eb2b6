import type { Api, ApiEntry, DefinedOperation, Method } from '../../../../core/model';
import type { UpstreamPaths } from '../../../../core/model/routes';

/** An API with the methods of each path; `!get` is not exposed. Operation IDs are `get /items/{id}`. */
export function apiOf(paths: Readonly<Record<string, readonly string[]>>, upstreamPaths: UpstreamPaths): ApiEntry {
  const hidden: string[] = [];
  const operations: DefinedOperation[] = [];
  for (const [path, methods] of Object.entries(paths)) {
    for (const written of methods) {
      const method = written.replace('!', '');
      const id = `${method} ${path}`;
      if (written !== method) hidden.push(id);
      operations.push({ id, method: method.toUpperCase() as Method, path, scopes: [[id]] });
    }
  }
  const value = {
    name: 'items',
    basePath: '/api',
    upstreamPaths,
    routes: hidden.map((operation) => ({ operation, exposed: false })),
  } as unknown as Api;
  const definition = {
    file: 'items.yaml',
    title: 'Items',
    version: '1',
    paths: Object.keys(paths),
    operations,
    scopes: [],
  };
  return { name: 'items', value, definition } as unknown as ApiEntry;
}
