import type { ServerPath } from '../../model';
import { isMap } from '../../model';
import { itemsOf, type Located, memberOf, positionOf } from './located';

/** The paths of servers whose URLs can be parsed; variables have their defaults. */
export function serverPaths(servers: Located): readonly ServerPath[] {
  return itemsOf(servers).flatMap((server) => {
    const url = memberOf(server, 'url');
    if (!url || typeof url.value !== 'string') return [];
    const path = pathOf(withDefaults(url.value, memberOf(server, 'variables')));
    return path === undefined ? [] : [{ path, at: positionOf(url) }];
  });
}

function withDefaults(url: string, variables: Located | undefined): string {
  return url.replace(/\{([^{}]+)\}/g, (written, name: string) => {
    const variable = variables && memberOf(variables, name);
    const value = variable && isMap(variable.value) ? variable.value.default : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : written;
  });
}

/** The path of a URL, or of a reference relative to the file's own URL; undefined if a variable has no default. */
function pathOf(url: string): string | undefined {
  // A variable without a default may stand for the host: '{apiRoot}/sim-swap/v2'.
  const named = url.replace(/^(https?:\/\/)?\{[^{}]+\}/, 'https://host').replace(/^\/\/(?!\/)/, 'https://');
  if (/[{}]/.test(named)) return undefined;
  try {
    return new URL(named, 'https://host/').pathname.replace(/\/+$/, '');
  } catch {
    return undefined;
  }
}
