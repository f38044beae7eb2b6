import { setTimeout as wait } from 'node:timers/promises';

/** Labels by which Kong's prometheus tells calls apart. Each has to have the value that is given here, whatever the others are. */
export type Labels = Readonly<Record<string, string>>;

/** Name of the counter of calls. */
const CALLS = 'kong_http_requests_total';

/** How many calls a text of metrics counts that have some labels, whatever the source of the answer was. */
export function countCalls(metrics: string, labels: Labels): number {
  return counterLines(metrics, labels).reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}

/** The lines of the counter that have some labels. */
export function counterLines(metrics: string, labels: Labels): readonly string[] {
  const wanted = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return metrics
    .split('\n')
    .filter((line) => line.startsWith(`${CALLS}{`))
    .filter((line) => wanted.every((label) => line.includes(`{${label}`) || line.includes(`,${label}`)));
}

function escaped(value: string): string {
  return value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');
}

export interface CountProps {
  /** The gateway's metrics as they are now. */
  readonly read: () => Promise<string>;
  /** Sends one call. */
  readonly call: () => Promise<void>;
  readonly labels: Labels;
  /**
   * How long counters have to stand still before the call, and are waited for after it, in milliseconds. The workers of a gateway
   * add up what they counted once a second.
   * @default { still: 2,500, after: 10,000 }
   */
  readonly patience?: { readonly still: number; readonly after: number } | undefined;
}

/** How many calls were counted before one call, and after it. */
export interface CallCounts {
  readonly before: number;
  readonly after: number;
}

/**
 * Counts before and after one call.
 *
 * @returns `after` is more than one above `before` where somebody else called, or a call is counted twice; the same as `before` where
 * it was not counted in time
 */
export async function countOneCall({
  read,
  call,
  labels,
  patience = { still: 2500, after: 10_000 },
}: CountProps): Promise<CallCounts> {
  const count = async () => countCalls(await read(), labels);
  let before = await count();
  for (let changed = true; changed; ) {
    await wait(patience.still);
    const now = await count();
    changed = now !== before;
    before = now;
  }
  await call();
  let after = before;
  for (const until = Date.now() + patience.after; after === before && Date.now() < until; after = await count())
    await wait(Math.min(200, patience.after));
  // What comes late, of a call that is counted twice.
  await wait(patience.still);
  return { before, after: await count() };
}
