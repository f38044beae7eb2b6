import type { RequestListener } from 'node:http';
import { handle } from '../server/handle';
import { addressOf, readJson, sendError, sendJson } from '../server/message';

/** How many records are kept; the oldest go first. */
const KEPT = 10_000;

/**
 * A place for audit records to try them on: what Kong's http-log sends to `POST /records` (one record, or a list of them) is
 * kept in memory. `GET /records` gives them back, `DELETE /records` forgets them.
 *
 * @param authorization the Authorization header that callers have to send; default: none
 */
export function auditRecords(authorization?: string): RequestListener {
  const records: unknown[] = [];
  return handle(async (request, response) => {
    if (addressOf(request).path !== '/records') return sendError(response, 404, 'NOT_FOUND', 'records are at /records');
    if (authorization !== undefined && request.headers.authorization !== authorization)
      return sendError(response, 401, 'UNAUTHENTICATED', 'the Authorization header is not the right one');
    switch (request.method) {
      case 'GET':
        return sendJson(response, 200, records);
      case 'POST':
        records.push(...[await readJson(request)].flat());
        if (records.length > KEPT) records.splice(0, records.length - KEPT);
        response.writeHead(204).end();
        return;
      case 'DELETE':
        records.length = 0;
        response.writeHead(204).end();
        return;
      default:
        return sendError(response, 405, 'METHOD_NOT_ALLOWED', 'use GET, POST or DELETE');
    }
  });
}
