/** The path template of an operation with the API's base path, of which a slash alone is the root, in front. */
export function fullPath(basePath: string, template: string): string {
  return basePath === '/' ? template : `${basePath}${template}`;
}
