import { setTimeout as wait } from 'node:timers/promises';

/** Label values that a counter of Kong's prometheus plugin must have; other labels may have any value. */
export type Labels = Readonly<Record<string, string>>;

/** The counter of calls. */
const COUNTER = 'kong_http_requests_total';

/** Sums up the calls with the given labels in the text of the metrics, regardless of the source of the response. */
export function countCalls(metrics: string, labels: Labels): number {
  return counterLines(metrics, labels).reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}

/** The lines of the counter with the given labels. */
export function counterLines(metrics: string, labels: Labels): readonly string[] {
  const expected = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return metrics
    .split('\n')
    .filter((line) => line.startsWith(`${COUNTER}{`))
    .filter((line) => expected.every((label) => line.includes(`{${label}`) || line.includes(`,${label}`)));
}

function escapeLabel(value: string): string {
  return value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');
}

export interface CountProps {
  /** Reads the gateway's metrics. */
  readonly read: () => Promise<string>;
  /** Sends the call to count. */
  readonly call: () => Promise<void>;
  readonly labels: Labels;
  /**
   * How long the counters must be stable before the call, and how long to wait for a change after it. The workers of a gateway
   * synchronize their counters once a second.
   * @default { stableMs: 2,500, changeMs: 10,000 }
   */
  readonly waits?: { readonly stableMs: number; readonly changeMs: number } | undefined;
}

/** The count before and after one call. */
export interface CallCounts {
  readonly before: number;
  readonly after: number;
}

/**
 * Counts before and after one call.
 *
 * @returns `after` exceeds `before` by more than one if other calls were sent or the call was counted twice; it equals `before` if the
 * call was not counted in time
 */
export async function countOneCall({
  read,
  call,
  labels,
  waits = { stableMs: 2500, changeMs: 10_000 },
}: CountProps): Promise<CallCounts> {
  const count = async () => countCalls(await read(), labels);
  let before = await count();
  for (let changed = true; changed; ) {
    await wait(waits.stableMs);
    const now = await count();
    changed = now !== before;
    before = now;
  }
  await call();
  let after = before;
  for (const until = Date.now() + waits.changeMs; after === before && Date.now() < until; after = await count())
    await wait(Math.min(200, waits.changeMs));
  // A call that is counted twice may be counted late the second time.
  await wait(waits.stableMs);
  return { before, after: await count() };
}
