/** The path template of an operation, prefixed with the API's base path. The base path `/` is the root. */
export function fullPath(basePath: string, template: string): string {
  return basePath === '/' ? template : `${basePath}${template}`;
}
