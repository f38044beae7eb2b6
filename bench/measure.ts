import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Time and memory of one command: medians over its runs. */
export interface Figures {
  /** Duration of the process, in milliseconds. */
  readonly wallMs: number;
  /** Peak memory of the process, in MiB. */
  readonly peakMiB: number;
}

/** Writes the peak memory of a process, in KiB, to a file when it exits; loaded into the process before its program. */
const PEAK = path.join(__dirname, 'peak.cjs');

/**
 * Runs a Node program several times, each in a separate process.
 *
 * @throws Error if a run does not exit with status 0
 */
export function measure(runs: number, program: readonly string[]): Figures {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatewright-bench-'));
  try {
    const figures = Array.from({ length: runs }, (_, run) => once(program, path.join(folder, String(run))));
    return {
      wallMs: median(figures.map(({ wallMs }) => wallMs)),
      peakMiB: median(figures.map(({ peakMiB }) => peakMiB)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function once(program: readonly string[], peakFile: string): Figures {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['--require', PEAK, ...program], {
    env: { ...process.env, GATEWRIGHT_BENCH_PEAK: peakFile },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const wallMs = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${program.join(' ')} exited with status ${status}:\n${stderr}`);
  return { wallMs, peakMiB: Number(readFileSync(peakFile, 'utf8')) / 1024 };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
