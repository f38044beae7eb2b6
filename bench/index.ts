/**
 * `npm run bench`: time and memory of check and synth, as whole processes, for the sample catalog and for large programmes
 * derived from it. Machines differ and are noisy: compare ratios, each with a plain parse of the same files in the same run.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { measure } from './measure';
import { filesOf, programme } from './programme';

const ROOT = path.join(__dirname, '..');
const CLI = path.join(ROOT, 'dist', 'cli', 'gatewright.js');
const RUNS = 3;
/** A date on which every subscription of the sample is valid. */
const AS_OF = '2026-11-21';

function main(partnerCounts: readonly number[]): void {
  const sample = filesOf(path.join(ROOT, 'catalog'));
  const folder = mkdtempSync(path.join(tmpdir(), 'gatewright-bench-'));
  console.log(
    `node ${process.version}, ${process.platform} ${process.arch}; median of ${RUNS} runs, each in a separate process\n`,
  );
  console.log(row('catalog', 'files', 'command', 'time', 'peak memory', 'time / plain parse'));
  try {
    for (const partners of partnerCounts) {
      const files = programme(sample, partners);
      const catalog = path.join(folder, `catalog-${partners}`);
      write(catalog, files);
      const label = partners === 0 ? 'sample' : `sample + ${partners}`;
      const out = path.join(folder, `out-${partners}`);
      const parse = measure(RUNS, [path.join(__dirname, 'parse-only.cjs'), catalog]);
      const commands: readonly (readonly [string, readonly string[]])[] = [
        ['check', [CLI, 'check', '--catalog', catalog, '--as-of', AS_OF]],
        ['synth', [CLI, 'synth', '--catalog', catalog, '--out', out, '--as-of', AS_OF]],
      ];
      const count = String(Object.keys(files).length);
      console.log(row(label, count, 'plain parse', ms(parse.wallMs), mib(parse.peakMiB), '1.0'));
      for (const [name, program] of commands) {
        const { wallMs, peakMiB } = measure(RUNS, program);
        console.log(row(label, count, name, ms(wallMs), mib(peakMiB), (wallMs / parse.wallMs).toFixed(1)));
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

const ms = (value: number) => `${value.toFixed(0)} ms`;
const mib = (value: number) => `${value.toFixed(0)} MiB`;

function row(...cells: readonly string[]): string {
  const widths = [15, 7, 13, 11, 15, 21];
  return cells
    .map((cell, column) => (column < 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
    .join('');
}

const counts = process.argv.slice(2).map(Number);
if (counts.some((count) => !Number.isInteger(count) || count < 0)) {
  console.error('usage: npm run bench -- [NUMBER OF PARTNERS]...');
  process.exitCode = 2;
} else {
  main(counts.length > 0 ? counts : [0, 1000]);
}
