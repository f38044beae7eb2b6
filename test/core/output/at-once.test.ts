import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { synthesizeTo } from '../../../core/output';
import { startProcess } from '../../support/processes';
import { AS_OF, catalogOfFiles } from '../../support/programme';
import { inFolder } from '../../support/synthesis';
import { contentOf, program, type Task, variant, writeCatalog } from './concurrent';

/** Does tasks in processes of their own, all at once; the answer is their exit statuses. */
async function atOnce(tasks: readonly Task[], meanwhile: () => void = () => undefined): Promise<readonly unknown[]> {
  const statuses: unknown[] = [];
  for (const task of tasks)
    startProcess(process.execPath, program(task), { stdio: 'inherit' }).on('close', (status) => statuses.push(status));
  while (statuses.length < tasks.length) {
    await new Promise(setImmediate);
    meanwhile();
  }
  return statuses;
}

/** What synthesis writes of a variant, by path. */
const outputOf = (limit: number, asOf: string) =>
  inFolder((folder) => {
    synthesizeTo(path.join(folder, 'cdktf.out'), { catalog: catalogOfFiles(variant(limit)), asOf });
    return contentOf(path.join(folder, 'cdktf.out'));
  });

/** The content of an output that nobody replaced while it was read; undefined otherwise. */
function readWhole(out: string): Readonly<Record<string, string>> | undefined {
  const identity = () => {
    const stat = statSync(out, { bigint: true, throwIfNoEntry: false });
    return stat && `${stat.ino} ${stat.birthtimeNs} ${stat.ctimeNs}`;
  };
  try {
    const before = identity();
    const content = contentOf(out);
    return before === identity() ? content : undefined;
  } catch {
    return undefined;
  }
}

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gatewright-'));
  out = path.join(folder, 'cdktf.out');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A task for a variant of the programme. */
function taskOf(limit: number, options: Partial<Task> = {}): Task {
  const catalogFolder = path.join(folder, 'catalogs', String(limit));
  writeCatalog(catalogFolder, variant(limit));
  return { catalogFolder, out, asOf: AS_OF, times: 1, ...options };
}

test('whenever it is read, an output that several runs write is the whole output of one of them', async () => {
  const days = new Map([411, 412, 413, 414].map((limit, index) => [limit, `2026-11-2${index}`]));
  const tasks = [...days].map(([limit, asOf]) => taskOf(limit, { asOf, times: 4 }));
  const outputs = new Map([...days].map(([limit, asOf]) => [JSON.stringify(outputOf(limit, asOf)), limit]));
  const seen = new Set<number | undefined>();
  const statuses = await atOnce(tasks, () => {
    const content = readWhole(out);
    if (content) seen.add(outputs.get(JSON.stringify(content)));
  });
  expect(statuses).toEqual([0, 0, 0, 0]);
  expect(seen.size).toBeGreaterThan(0);
  expect([...seen]).not.toContain(undefined);
  expect(outputs.get(JSON.stringify(contentOf(out)))).toBeDefined();
  expect(readdirSync(folder).sort()).toEqual(['catalogs', 'cdktf.out']);
});

test('of runs for different environments the last one wins as a whole: no environment is a mixture, and none is lost', async () => {
  const former = outputOf(500, AS_OF);
  const later = outputOf(411, AS_OF);
  synthesizeTo(out, { catalog: catalogOfFiles(variant(500)), asOf: AS_OF });
  const environments = ['sandbox', 'staging', 'production'];
  const statuses = await atOnce(environments.map((name) => taskOf(411, { environments: [name], times: 3 })));
  expect(statuses).toEqual([0, 0, 0]);
  const content = contentOf(out);
  expect(Object.keys(content)).toEqual(Object.keys(former));
  expect(content['manifest.json']).toBe(former['manifest.json']);
  const filesOf = (output: Readonly<Record<string, string>>, name: string) =>
    Object.entries(output).filter(([file]) => file.startsWith(`stacks/${name}_`));
  const isLater = environments.map((name) => {
    const made = JSON.stringify(filesOf(content, name));
    expect([filesOf(former, name), filesOf(later, name)].map((files) => JSON.stringify(files))).toContain(made);
    return made === JSON.stringify(filesOf(later, name));
  });
  expect(isLater).toContain(true);
  expect(readdirSync(folder).sort()).toEqual(['catalogs', 'cdktf.out']);
});
