import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { startProcess } from '../../support/processes';

const PLUGINS = path.join(__dirname, '../../../gateway/?.lua');
const PROBE = 'assert(require "resty.http")';

/** Why OpenResty is not available; undefined if it is. */
export const openRestyMissing = ((): string | undefined => {
  const { error, status } = spawnSync('resty', ['-e', PROBE]);
  if (error) return "no 'resty' on the PATH";
  return status === 0 ? undefined : "'resty' cannot find lua-resty-http; add it to LUA_PATH";
})();

/** Runs Lua on a real OpenResty with the plugins on its path; returns the output. */
export function runOnOpenResty(lua: string): Promise<string> {
  const prelude = `package.path = [[${PLUGINS};]] .. package.path\n`;
  return new Promise((resolve, reject) => {
    const resty = startProcess('resty', ['-e', prelude + lua], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    resty.stdout?.on('data', (part) => {
      output += part;
    });
    resty.stderr?.on('data', (part) => {
      errors += part;
    });
    resty.on('error', reject);
    resty.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`resty failed: ${errors}`))));
  });
}
