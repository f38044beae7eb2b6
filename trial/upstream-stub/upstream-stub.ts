import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { handle } from '../server/handle';
import { addressOf, readBody, sendJson } from '../server/message';
import type { StubResponse } from './responses';

/**
 * A stub upstream to try the gateway with. It responds to an operation with the example of its OpenAPI file. It echoes any other
 * request, and every request with `x-stub: echo`, as `{method, path, query, headers, body}`. Request headers change the response:
 *
 * - `x-stub-status: 503`: responds with another status
 * - `x-stub-delay-ms: 200`: delays the response, by at most 30,000 ms
 * - `x-stub-encoding: gzip`: compresses the response, regardless of `accept-encoding`
 * - `x-stub-break: 20`: closes the connection after this many bytes of the body
 * - `x-stub-padding: 100000`: adds this many bytes to the body, at most 4,194,304
 */
export function upstreamStub(responses: readonly StubResponse[]): RequestListener {
  return handle(async (request, response) => {
    const { path, query } = addressOf(request);
    const body = await readBody(request);
    const delay = numberHeader(request, 'x-stub-delay-ms', 30_000);
    if (delay > 0) await wait(delay);
    const found = responses.find((one) => one.method === request.method && one.path.test(path));
    const status = requestedStatus(request);
    if (found && request.headers['x-stub'] !== 'echo') return sendStubResponse(request, response, found, status);
    const { method, headers } = request;
    sendJson(response, status ?? 200, {
      method,
      path,
      query: Object.fromEntries(query),
      headers,
      body: body.toString('utf8'),
    });
  });
}

function sendStubResponse(
  request: IncomingMessage,
  response: ServerResponse,
  found: StubResponse,
  status?: number,
): void {
  const { mediaType, body } = found;
  response.statusCode = status ?? found.status;
  if (mediaType === undefined) {
    response.end();
    return;
  }
  response.setHeader('content-type', mediaType);
  const padding = ' '.repeat(numberHeader(request, 'x-stub-padding', 4 * 1024 * 1024));
  const text = `${typeof body === 'string' ? body : JSON.stringify(body)}${padding}`;
  const compressed = request.headers['x-stub-encoding'] === 'gzip';
  if (compressed) response.setHeader('content-encoding', 'gzip');
  const bytes = compressed ? gzipSync(text) : Buffer.from(text);
  const breakAfter = numberHeader(request, 'x-stub-break', bytes.length - 1);
  if (breakAfter === 0) {
    response.end(bytes);
    return;
  }
  response.setHeader('content-length', bytes.length);
  response.write(bytes.subarray(0, breakAfter), () => response.destroy());
}

/** The status that a request asks for, if it is a valid final status. */
function requestedStatus(request: IncomingMessage): number | undefined {
  const status = numberHeader(request, 'x-stub-status', 599);
  return status >= 200 ? status : undefined;
}

/** The positive integer in a header, at most `largest`; 0 for anything else. */
function numberHeader({ headers }: IncomingMessage, name: string, largest: number): number {
  const value = Number(headers[name] ?? 0);
  return Number.isInteger(value) && value > 0 ? Math.min(value, largest) : 0;
}
