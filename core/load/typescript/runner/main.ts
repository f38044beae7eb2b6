/**
 * The program that runs a catalog's TypeScript, in a process of its own: reads a request from standard input, runs the file, and
 * writes its answer to file descriptor 3. Standard output and standard error are the file's. It starts whenever such a catalog is
 * loaded, so it imports little, and not the index of the model.
 */

import { readFileSync } from 'node:fs';
import timers from 'node:timers';
import type { Request } from '../answer';
import { Channel } from './channel';
import { type Collected, collect } from './collect';
import { OriginalPlaces } from './original';
import { runFile } from './run-file';
import { failureOf } from './thrown';

const { file, folder, token }: Request = JSON.parse(readFileSync(0, 'utf8'));
const channel = new Channel(token);
const places = new OriginalPlaces(folder);
let collected: Collected | undefined;

// Kept, because the program may replace them.
const { setImmediate, setTimeout } = timers;
const { stdout, stderr } = process;
const exit = process.exit.bind(process);
const writeOut = stdout.write.bind(stdout);
const writeErr = stderr.write.bind(stderr);

process.on('exit', () => {
  if (!channel.isUsed) fail(new Error('process.exit is called'), 'exit');
});
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (thrown: unknown) => {
    fail(thrown, 'throw');
    exit();
  });
// A reader of standard error that has seen enough is not a fault of the catalog.
for (const stream of [stdout, stderr]) stream.on('error', () => undefined);

try {
  collected = collect(runFile(file), places);
} catch (thrown) {
  fail(thrown, 'throw');
}
// What the file left behind has its turn first: a rejected promise, a timer without a delay, which Node takes for one of a
// millisecond. Timers of one length fire in the order in which they were set, so this one is after those. Nothing else is waited for.
setTimeout(() => setImmediate(answer), 1);

function answer(): void {
  if (collected) channel.answer(collected);
  writeOut('', undefined, () => writeErr('', undefined, () => exit()));
}

function fail(thrown: unknown, when: 'exit' | 'throw'): void {
  if (collected) channel.answer({ ...collected, failure: failureOf(thrown, 'late', places) });
  else channel.answer({ documents: [], exports: [], failure: failureOf(thrown, when, places) });
}
