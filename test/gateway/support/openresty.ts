import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { startProcess } from '../../support/processes';

const PLUGINS = path.join(__dirname, '../../../gateway/?.lua');
const PROBE = 'assert(require "resty.http")';

/** Why nothing can be run on a real OpenResty here; undefined: it can. */
export const openRestyMissing = ((): string | undefined => {
  const { error, status } = spawnSync('resty', ['-e', PROBE]);
  if (error) return "no 'resty' on the PATH";
  return status === 0 ? undefined : "'resty' knows no lua-resty-http: is it on LUA_PATH?";
})();

/** Runs Lua on a real OpenResty that finds the plugins' files; gives what it wrote. */
export function onOpenResty(lua: string): Promise<string> {
  const found = `package.path = [[${PLUGINS};]] .. package.path\n`;
  return new Promise((resolve, reject) => {
    const resty = startProcess('resty', ['-e', found + lua], { stdio: ['ignore', 'pipe', 'pipe'] });
    let written = '';
    let complaint = '';
    resty.stdout?.on('data', (part) => {
      written += part;
    });
    resty.stderr?.on('data', (part) => {
      complaint += part;
    });
    resty.on('error', reject);
    resty.on('close', (code) => (code === 0 ? resolve(written) : reject(new Error(`resty ended: ${complaint}`))));
  });
}
