import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { synthesizeTo } from '../../../core/output';
import { startProcess } from '../../support/processes';
import { AS_OF, catalogOfFiles } from '../../support/programme';
import { inFolder } from '../../support/synthesis';
import { contentOf, program, type Task, variant, writeCatalog } from './concurrent';

/** Runs tasks concurrently, each in its own process, and returns their exit statuses. */
async function runConcurrently(
  tasks: readonly Task[],
  meanwhile: () => void = () => undefined,
): Promise<readonly unknown[]> {
  const statuses: unknown[] = [];
  for (const task of tasks)
    startProcess(process.execPath, program(task), { stdio: 'inherit' }).on('close', (status) => statuses.push(status));
  while (statuses.length < tasks.length) {
    await new Promise(setImmediate);
    meanwhile();
  }
  return statuses;
}

/** The files of a variant's output, by path. */
const outputOf = (limit: number, asOf: string) =>
  inFolder((folder) => {
    synthesizeTo(path.join(folder, 'cdktf.out'), { catalog: catalogOfFiles(variant(limit)), asOf });
    return contentOf(path.join(folder, 'cdktf.out'));
  });

/** The content of an output; undefined if the output was replaced during the read. */
function readUnchanged(out: string): Readonly<Record<string, string>> | undefined {
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

test('an output that several runs write is always the complete output of one of them', async () => {
  const days = new Map([411, 412, 413, 414].map((limit, index) => [limit, `2026-11-2${index}`]));
  const tasks = [...days].map(([limit, asOf]) => taskOf(limit, { asOf, times: 4 }));
  const outputs = new Map([...days].map(([limit, asOf]) => [JSON.stringify(outputOf(limit, asOf)), limit]));
  const observed = new Set<number | undefined>();
  const statuses = await runConcurrently(tasks, () => {
    const content = readUnchanged(out);
    if (content) observed.add(outputs.get(JSON.stringify(content)));
  });
  expect(statuses).toEqual([0, 0, 0, 0]);
  expect(observed.size).toBeGreaterThan(0);
  expect([...observed]).not.toContain(undefined);
  expect(outputs.get(JSON.stringify(contentOf(out)))).toBeDefined();
  expect(readdirSync(folder).sort()).toEqual(['catalogs', 'cdktf.out']);
});

test('concurrent runs for different environments neither mix nor lose the stacks of an environment', async () => {
  const previous = outputOf(500, AS_OF);
  const later = outputOf(411, AS_OF);
  synthesizeTo(out, { catalog: catalogOfFiles(variant(500)), asOf: AS_OF });
  const environments = ['sandbox', 'staging', 'production'];
  const statuses = await runConcurrently(environments.map((name) => taskOf(411, { environments: [name], times: 3 })));
  expect(statuses).toEqual([0, 0, 0]);
  const content = contentOf(out);
  expect(Object.keys(content)).toEqual(Object.keys(previous));
  expect(content['manifest.json']).toBe(previous['manifest.json']);
  const filesOf = (output: Readonly<Record<string, string>>, name: string) =>
    Object.entries(output).filter(([file]) => file.startsWith(`stacks/${name}_`));
  const isLater = environments.map((name) => {
    const actual = JSON.stringify(filesOf(content, name));
    expect([filesOf(previous, name), filesOf(later, name)].map((files) => JSON.stringify(files))).toContain(actual);
    return actual === JSON.stringify(filesOf(later, name));
  });
  expect(isLater).toContain(true);
  expect(readdirSync(folder).sort()).toEqual(['catalogs', 'cdktf.out']);
});
