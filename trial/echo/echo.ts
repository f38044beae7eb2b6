import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { handle } from '../server/handle';
import { addressOf, readBody, sendJson } from '../server/message';
import type { Answer } from './answers';

/**
 * An upstream to try the gateway on. It answers an operation with the example of its OpenAPI file, and anything else, like
 * every call with `x-echo: request`, with what reached it: `{method, path, query, headers, body}`. A call may ask for more:
 *
 * - `x-echo-status: 503`: another status
 * - `x-echo-delay-ms: 200`: an answer that takes that long, 30,000 at most
 * - `x-echo-encoding: gzip`: a compressed answer, whatever the call accepts
 * - `x-echo-break: 20`: an answer that breaks off after so many bytes
 * - `x-echo-padding: 100000`: an answer that is longer by so many bytes, 4,194,304 at most
 */
export function echo(answers: readonly Answer[]): RequestListener {
  return handle(async (request, response) => {
    const { path, query } = addressOf(request);
    const body = await readBody(request);
    const delay = numberIn(request, 'x-echo-delay-ms', 30_000);
    if (delay > 0) await wait(delay);
    const answer = answers.find((one) => one.method === request.method && one.path.test(path));
    const status = statusIn(request);
    if (answer && request.headers['x-echo'] !== 'request') return sendAnswer(request, response, answer, status);
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

function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer, status?: number): void {
  const { mediaType, body } = answer;
  response.statusCode = status ?? answer.status;
  if (mediaType === undefined) {
    response.end();
    return;
  }
  response.setHeader('content-type', mediaType);
  const padding = ' '.repeat(numberIn(request, 'x-echo-padding', 4 * 1024 * 1024));
  const text = `${typeof body === 'string' ? body : JSON.stringify(body)}${padding}`;
  const compressed = request.headers['x-echo-encoding'] === 'gzip';
  if (compressed) response.setHeader('content-encoding', 'gzip');
  const bytes = compressed ? gzipSync(text) : Buffer.from(text);
  const broken = numberIn(request, 'x-echo-break', bytes.length - 1);
  if (broken === 0) {
    response.end(bytes);
    return;
  }
  response.setHeader('content-length', bytes.length);
  response.write(bytes.subarray(0, broken), () => response.destroy());
}

/** The status that a call asks for. */
function statusIn(request: IncomingMessage): number | undefined {
  const status = numberIn(request, 'x-echo-status', 599);
  return status >= 200 ? status : undefined;
}

/** A whole number in a header, from 0 to `largest`; 0 where it is none. */
function numberIn({ headers }: IncomingMessage, name: string, largest: number): number {
  const value = Number(headers[name] ?? 0);
  return Number.isInteger(value) && value > 0 ? Math.min(value, largest) : 0;
}
