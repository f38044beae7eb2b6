import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Path of the health check of every component. No API of a catalog and no path of the Admin API starts with it. */
export const HEALTH = '/-/health';

/** A request with an invalid body. */
export class BadRequest extends Error {
  constructor(
    readonly status: 400 | 413,
    message: string,
  ) {
    super(message);
  }
}

/** Maximum size of a body. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/**
 * Reads a request's body.
 *
 * @throws BadRequest if it is too long; the rest is read and discarded, so that the response reaches the caller
 */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else reject(new BadRequest(413, `the body is longer than ${MAX_BODY_BYTES} bytes`));
    });
    request.once('error', reject);
    request.once('end', () => resolve(Buffer.concat(chunks)));
  });
}

/**
 * Reads a request's body as JSON.
 *
 * @throws BadRequest if it is not valid JSON
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = (await readBody(request)).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequest(400, 'the body is not valid JSON');
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

/** Sends an error in the error model of the APIs. */
export function sendError(response: ServerResponse, status: number, code: string, message: string): void {
  sendJson(response, status, { status, code, message });
}

/** Splits the URL of a request into path and query. */
export function addressOf(request: IncomingMessage): { readonly path: string; readonly query: URLSearchParams } {
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  return { path, query: new URLSearchParams(query.join('?')) };
}
