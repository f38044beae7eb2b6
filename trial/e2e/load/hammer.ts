import { Agent, type OutgoingHttpHeaders, request } from 'node:http';

/** A load: the same call, sent repeatedly on a number of connections. */
export interface Load {
  readonly url: string;
  readonly method: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string | undefined;
  /** Number of concurrent calls. */
  readonly inFlight: number;
  readonly durationMs: number;
}

/** The result of a load. */
export interface Measurement {
  readonly calls: number;
  /** Number of responses by status; 0 for calls without a response. */
  readonly statuses: ReadonlyMap<number, number>;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  /** When the response to each successful call arrived, in milliseconds since 1970. */
  readonly passedAt: readonly number[];
  /** When the first call was sent and the last response arrived, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** Sends calls for the given time. */
export async function hammer({ url, method, headers, body, inFlight, durationMs }: Load): Promise<Measurement> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const statuses = new Map<number, number>();
  const latencies: number[] = [];
  const passedAt: number[] = [];
  const from = Date.now();
  const once = () =>
    new Promise<number>((resolve) => {
      const call = request(url, { agent, method, headers }, (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
        response.once('error', () => resolve(0));
      });
      call.once('error', () => resolve(0));
      call.end(body);
    });
  const keepCalling = async () => {
    while (Date.now() - from < durationMs) {
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
  const percentile = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return {
    calls: latencies.length,
    statuses,
    passedAt,
    perSecond: latencies.length / ((to - from) / 1000),
    p50Ms: percentile(0.5),
    p95Ms: percentile(0.95),
    p99Ms: percentile(0.99),
    from,
    to,
  };
}

/** `1234 calls/s, 50 % within 5.1 ms, 95 % 8.2 ms, 99 % 11.0 ms` */
export function formatMeasurement({ perSecond, p50Ms, p95Ms, p99Ms }: Measurement): string {
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  return `${Math.round(perSecond)} calls/s, 50 % within ${ms(p50Ms)}, 95 % ${ms(p95Ms)}, 99 % ${ms(p99Ms)}`;
}
