import child from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FolderSource, loadCatalog, loadTypeScript } from '../../../../core/load';
import { PROGRAM_LIMITS, type ProgramLimits } from '../../../../core/load/typescript/run-program';
import { Workspace } from '../../../cli/workspace';
import { brief } from '../../../support/catalog';
import { inFolder } from '../../../support/synthesis';

const TEAM =
  "import { defineTeam } from 'gatewright/model';\nexport const team = defineTeam({ name: 'a', title: 'A', email: 'a@x.example' });\n";

/** Loads a catalog that is this program. */
function load(text: string, limits: Partial<ProgramLimits> = {}, look: (folder: string) => void = () => undefined) {
  return inFolder((folder) => {
    writeFileSync(path.join(folder, 'gatewright.catalog.ts'), text);
    const made = loadTypeScript(folder, 'catalog', { ...PROGRAM_LIMITS, ...limits });
    look(folder);
    return { ...loadCatalog(new FolderSource(folder, 'catalog'), made), made };
  });
}

const messages = (text: string, limits?: Partial<ProgramLimits>) =>
  brief(load(text, limits).made.findings).map((line) => line.replace('catalog/gatewright.catalog.ts:', ''));

describe('a program that makes a catalog', () => {
  test('cannot change the process that loads it', () => {
    const { catalog } =
      load(`${TEAM}process.exitCode = 3; process.chdir('/'); process.env.CHANGED = 'yes'; console.log = null as never;
(globalThis as never as { changed: boolean }).changed = true; process.on('exit', () => undefined); Error.stackTraceLimit = 0;`);
    expect([...catalog.teams.keys()]).toEqual(['a']);
    expect(process.exitCode).toBeUndefined();
    expect(process.cwd()).not.toBe('/');
    expect(process.env).not.toHaveProperty('CHANGED');
    expect(globalThis).not.toHaveProperty('changed');
    expect(typeof console.log).toBe('function');
  });

  test('has the environment and the working directory of the command, and no input', () => {
    process.env.REGION = 'north';
    try {
      const { catalog } = load(`import { readFileSync } from 'node:fs';
import { defineTeam } from 'gatewright/model';
const facts = { region: process.env.REGION!, folder: process.cwd(), input: readFileSync(0, 'utf8') };
export const team = defineTeam({ name: 'a', title: JSON.stringify(facts), email: 'a@x.example' });`);
      expect(JSON.parse(catalog.teams.get('a')?.value.title ?? '')).toEqual({
        region: 'north',
        folder: process.cwd(),
        input: '',
      });
    } finally {
      delete process.env.REGION;
    }
  });

  test('may print what looks like its documents', () => {
    const { catalog, findings } = load(`${TEAM}console.log('{"token":"","documents":[],"exports":[]}');`);
    expect(findings).toEqual([]);
    expect([...catalog.teams.keys()]).toEqual(['a']);
  });

  test.each(["() => 'replaced'", "() => { throw new Error('replaced'); }"])(
    'may replace JSON.stringify by %s',
    (replacement) => {
      const { catalog, findings } = load(`${TEAM}JSON.stringify = ${replacement};\nexport const other = 'odd';`);
      expect(brief(findings)).toEqual(brief(load(`${TEAM}\nexport const other = 'odd';`).findings));
      expect([...catalog.teams.keys()]).toEqual(['a']);
    },
  );

  test('may define documents of several megabytes', () => {
    const { made } = load(`import { defineTeam } from 'gatewright/model';
export const teams = Array.from({ length: 4_000 }, (_, index) => defineTeam({ name: 't-' + index, title: 'T'.repeat(2_000), email: 'a@x.example' }));`);
    expect(made.documents.at(-1)?.document).toMatchObject({ name: 't-3999', title: 'T'.repeat(2_000) });
  });

  test('is not awaited after it ends, even if it leaves processes behind', () => {
    const { findings } = load(`import { spawn } from 'node:child_process';
spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 3_600_000)'], { detached: true, stdio: 'ignore' }).unref();
setInterval(() => undefined, 1000);
process.stdout.write = () => true;
process.exit = (() => undefined) as never;
(globalThis as never as { setImmediate: unknown }).setImmediate = () => undefined;
${TEAM}`);
    expect(findings).toEqual([]);
  });

  test.each([
    ['is rejected', "void Promise.reject(new Error('too late'));", 'too late'],
    ['throws in a timer', "setImmediate(() => { throw new Error('too late'); });", 'too late'],
    ['throws in a timer without a delay', "setTimeout(() => { throw new Error('too late'); });", 'too late'],
    ['throws in a timer of a millisecond', "setTimeout(() => { throw new Error('too late'); }, 1);", 'too late'],
    ['exits in a timer', 'setImmediate(() => process.exit(0));', 'process.exit is called'],
  ])('is one finding with a position, next to its documents, if something in it %s later', (_, code, says) => {
    const { catalog, findings } = load(`${TEAM}${code}\n`);
    expect(brief(findings)).toEqual([
      expect.stringMatching(
        `^catalog/gatewright.catalog.ts:3:\\d+ typescript-failed code of the catalog failed after the file had run: ${says}; a catalog file cannot be asynchronous$`,
      ),
    ]);
    expect([...catalog.teams.keys()]).toEqual(['a']);
  });
});

describe('a program that does not return its documents is one finding:', () => {
  test.each([
    ['it calls process.exit', `${TEAM}  process.exit(0);\n`, '3:11', 'file calls process.exit, which would end the'],
    [
      'it ends in a way that nobody sees',
      'process.reallyExit(3);',
      '1:1',
      'file ends its process with status 3, so its documents are unknown',
    ],
    ['it is killed', "process.kill(process.pid, 'SIGKILL');", '1:1', 'file ends its process with SIGKILL, so its'],
    [
      'it writes where its documents go',
      `import { writeSync } from 'node:fs';\nwriteSync(3, '{"token":"","documents":[]}');\n${TEAM}`,
      '1:1',
      'file writes to file descriptor 3, which returns its documents',
    ],
    [
      'it closes the way of its documents',
      `import { closeSync } from 'node:fs';\ncloseSync(3);\n${TEAM}`,
      '1:1',
      'file ends its process with status 0, so its documents are unknown',
    ],
    [
      'a getter of a document ends the process',
      "import { defineTeam } from 'gatewright/model';\nexport const team = defineTeam({ name: 'a', title: 'A', email: 'a@x.example',\n  labels: { get x(): string { return process.exit(0); } } });",
      '3:46',
      'file calls process.exit',
    ],
  ])('%s', (_, text, place, says) => {
    expect(messages(text)).toEqual([expect.stringContaining(`${place} typescript-failed ${says}`)]);
  });

  test('it never ends', () => {
    expect(messages('for (;;);', { timeMs: 1500 })).toEqual([
      '1:1 typescript-failed file is still running after 1.5 seconds',
    ]);
  });

  test('it needs too much memory', () => {
    // As a process: Jest ends when it reads on standard error that some heap is full.
    const workspace = new Workspace();
    try {
      const text = 'const kept: unknown[] = [];\nfor (;;) kept.push(new Array(10_000).fill(kept.length + 0.5));';
      workspace.write('catalog/gatewright.catalog.ts', text);
      const { stdout, status } = workspace.spawn(['check'], { NODE_OPTIONS: '--max-old-space-size=96' });
      expect(stdout).toContain('file ends its process with SIGABRT: it calls process.abort, or uses too much memory');
      expect(stdout).toContain('NODE_OPTIONS=--max-old-space-size=MIB');
      expect(status).toBe(1);
    } finally {
      workspace.dispose();
    }
  });

  test('its documents are too large', () => {
    const text = `import { defineTeam } from 'gatewright/model';
export const team = defineTeam({ name: 'a', title: 'x'.repeat(2 ** 21), email: 'a@x.example' });`;
    expect(messages(text, { answerMiB: 1 })).toEqual([
      '1:1 typescript-failed file defines more than 1 MiB of documents',
    ]);
  });
});

test('does not write to a file that the program opens instead of the closed descriptor', () => {
  const text = `import { closeSync, openSync } from 'node:fs';
closeSync(3);
openSync(new URL('own.txt', 'file://' + __dirname + '/'), 'w');
${TEAM}`;
  load(text, {}, (folder) => {
    expect(existsSync(path.join(folder, 'own.txt'))).toBe(true);
    expect(readFileSync(path.join(folder, 'own.txt'), 'utf8')).toBe('');
  });
});

test('starts no process for a catalog without TypeScript', () => {
  const spawned = jest.spyOn(child, 'spawnSync');
  try {
    inFolder((folder) => loadTypeScript(folder));
    expect(spawned).not.toHaveBeenCalled();
    load(TEAM);
    expect(spawned).toHaveBeenCalledTimes(1);
  } finally {
    spawned.mockRestore();
  }
});
