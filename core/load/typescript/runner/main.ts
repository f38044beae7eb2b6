/**
 * The program that runs a catalog's TypeScript in its own process: reads a request from standard input, runs the file, and writes
 * its answer to file descriptor 3. Standard output and standard error belong to the file. It must start quickly, so it does not
 * import the index of the model.
 */

import { readFileSync } from 'node:fs';
import timers from 'node:timers';
import type { Request } from '../answer';
import { Channel } from './channel';
import { type Collected, collect } from './collect';
import { OriginalPositions } from './original';
import { runFile } from './run-file';
import { failureOf } from './thrown';

const { file, folder, token }: Request = JSON.parse(readFileSync(0, 'utf8'));
const channel = new Channel(token);
const positions = new OriginalPositions(folder);
let collected: Collected | undefined;

// Saved, because the program may replace them.
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
// A closed pipe is not an error of the catalog.
for (const stream of [stdout, stderr]) stream.on('error', () => undefined);

try {
  collected = collect(runFile(file), positions);
} catch (thrown) {
  fail(thrown, 'throw');
}
// Runs after everything that the file left pending: rejected promises, and timers without a delay, which Node runs after one
// millisecond. Timers of equal length run in the order in which they were set. Nothing else is waited for.
setTimeout(() => setImmediate(answer), 1);

function answer(): void {
  if (collected) channel.answer(collected);
  writeOut('', undefined, () => writeErr('', undefined, () => exit()));
}

function fail(thrown: unknown, when: 'exit' | 'throw'): void {
  if (collected) channel.answer({ ...collected, failure: failureOf(thrown, 'late', positions) });
  else channel.answer({ documents: [], exports: [], failure: failureOf(thrown, when, positions) });
}
