/** The path of every value in a config; lists and maps with arbitrary keys are one value. */
export function pathsOf(
  config: unknown,
  maps: readonly string[] = ['custom_fields_by_lua', 'headers'],
  before = '',
): string[] {
  if (typeof config !== 'object' || config === null || Array.isArray(config)) return [before];
  return Object.entries(config).flatMap(([name, value]) => {
    const path = before === '' ? name : `${before}.${name}`;
    return maps.includes(path) ? [path] : pathsOf(value, maps, path);
  });
}
