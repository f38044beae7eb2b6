import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Path at which every part says whether it is well. No API of a catalog and no path of the Admin API begins like it. */
export const HEALTH = '/-/health';

/** A request whose body is not what it should be; `status` says how to answer. */
export class BadRequest extends Error {
  constructor(
    readonly status: 400 | 413,
    message: string,
  ) {
    super(message);
  }
}

/** Largest body that is read, in bytes. */
const LARGEST = 4 * 1024 * 1024;

/**
 * Reads a request's body.
 *
 * @throws BadRequest when it is too long; the rest is read and thrown away, so that the answer reaches the caller
 */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= LARGEST) parts.push(part);
      else reject(new BadRequest(413, `the body is longer than ${LARGEST} bytes`));
    });
    request.once('error', reject);
    request.once('end', () => resolve(Buffer.concat(parts)));
  });
}

/**
 * Reads a request's body as JSON.
 *
 * @throws BadRequest when it is none
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = (await readBody(request)).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequest(400, 'the body is no JSON');
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown, headers: OutgoingHttpHeaders = {}) {
  const text = `${JSON.stringify(body)}\n`;
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

/** An answer in the one error model of the APIs. */
export function sendError(response: ServerResponse, status: number, code: string, message: string): void {
  sendJson(response, status, { status, code, message });
}

/** The path of a request without its query, and the query. */
export function addressOf(request: IncomingMessage): { readonly path: string; readonly query: URLSearchParams } {
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  return { path, query: new URLSearchParams(query.join('?')) };
}
