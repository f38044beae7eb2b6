import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const tools = join(__dirname, '../../provider-kong/dist/tools');
const packageRoot = join(__dirname, '../../provider-kong');

test('the generator needs no Terraform, sends no reports and writes only to its folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'provider-kong-'));
  try {
    const home = join(folder, 'home');
    writeFileSync(join(folder, 'cdktf.json'), '{}');
    const script = `
      const requests = [];
      for (const net of [require('node:http'), require('node:https')]) {
        net.request = (...args) => { requests.push(String(args[0]?.href ?? args[0])); throw new Error('no network'); };
      }
      const { generate } = require(${JSON.stringify(join(tools, 'generate.js'))});
      const { readSchema, readUsed } = require(${JSON.stringify(join(tools, 'used.js'))});
      const from = ${JSON.stringify(packageRoot)};
      generate(readSchema(from), readUsed(from), 'out').then((bindings) => {
        process.once('exit', () => process.stdout.write(JSON.stringify({ bindings, requests })));
      });`;
    const { PATH: _, CHECKPOINT_DISABLE: __, CI: ___, ...env } = process.env;
    const printed = execFileSync(process.execPath, ['-e', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...env, PATH: folder, CDKTF_HOME: home },
    });
    expect(JSON.parse(printed)).toEqual({ bindings: join('out', 'providers', 'kong-gateway'), requests: [] });
    expect(existsSync(home)).toBe(false);
    expect(readFileSync(join(folder, 'cdktf.json'), 'utf8')).toBe('{}');
    expect(readdirSync(folder).sort()).toEqual(['cdktf.json', 'out']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
