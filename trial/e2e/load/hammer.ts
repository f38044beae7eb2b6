import { Agent, type OutgoingHttpHeaders, request } from 'node:http';

/** Calls of one kind, sent one after another on a number of connections. */
export interface Load {
  readonly url: string;
  readonly method: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string | undefined;
  /** Calls in flight at any time. */
  readonly inFlight: number;
  readonly forMs: number;
}

/** What came of it. */
export interface Measurement {
  readonly calls: number;
  /** How often each status was the answer; 0 where there was none. */
  readonly statuses: ReadonlyMap<number, number>;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  /** When each call that passed was answered, in milliseconds since 1970. */
  readonly passedAt: readonly number[];
  /** When the first call was sent and the last was answered, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** Sends calls for a while. */
export async function hammer({ url, method, headers, body, inFlight, forMs }: Load): Promise<Measurement> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const statuses = new Map<number, number>();
  const latencies: number[] = [];
  const passedAt: number[] = [];
  const from = Date.now();
  const once = () =>
    new Promise<number>((resolve) => {
      const call = request(url, { agent, method, headers }, (answer) => {
        answer.resume();
        answer.once('end', () => resolve(answer.statusCode ?? 0));
        answer.once('error', () => resolve(0));
      });
      call.once('error', () => resolve(0));
      call.end(body);
    });
  const keepCalling = async () => {
    while (Date.now() - from < forMs) {
      const started = performance.now();
      const status = await once();
      latencies.push(performance.now() - started);
      if (status >= 200 && status < 300) passedAt.push(Date.now());
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, keepCalling));
  const to = Date.now();
  agent.destroy();
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return {
    calls: latencies.length,
    statuses,
    passedAt,
    perSecond: latencies.length / ((to - from) / 1000),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    from,
    to,
  };
}

/** `1234 calls/s, 50 % within 5.1 ms, 95 % 8.2 ms, 99 % 11.0 ms` */
export function formatMeasurement({ perSecond, p50Ms, p95Ms, p99Ms }: Measurement): string {
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  return `${Math.round(perSecond)} calls/s, 50 % within ${ms(p50Ms)}, 95 % ${ms(p95Ms)}, 99 % ${ms(p99Ms)}`;
}
