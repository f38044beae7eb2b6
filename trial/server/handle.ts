import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { addressOf, BadRequest, HEALTH, sendError, sendJson } from './message';

/** Responds to one request. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Wraps a handler: answers the health check, and turns errors into responses. */
export function handle(handler: Handler): RequestListener {
  return (request, response) => {
    if (addressOf(request).path === HEALTH) return sendJson(response, 200, { status: 'ok' });
    Promise.resolve()
      .then(() => handler(request, response))
      .catch((error: unknown) => fail(response, error));
  };
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
  } else if (error instanceof BadRequest) {
    sendError(response, error.status, 'INVALID_ARGUMENT', error.message);
  } else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    sendError(response, 500, 'INTERNAL', 'internal error');
  }
}
