import type { RequestListener } from 'node:http';
import { handle } from '../server/handle';
import { addressOf, readJson, sendError, sendJson } from '../server/message';

/** Maximum number of records; the oldest are dropped first. */
const MAX_RECORDS = 10_000;

/**
 * An audit service to try the gateway with. It keeps in memory the records that Kong's http-log sends to `POST /records`, one or a
 * list of them. `GET /records` returns them, `DELETE /records` deletes them.
 *
 * @param authorization the Authorization header that callers must send; default: none
 */
export function auditRecords(authorization?: string): RequestListener {
  const records: unknown[] = [];
  return handle(async (request, response) => {
    if (addressOf(request).path !== '/records') return sendError(response, 404, 'NOT_FOUND', 'use /records');
    if (authorization !== undefined && request.headers.authorization !== authorization)
      return sendError(response, 401, 'UNAUTHENTICATED', 'the Authorization header is missing or wrong');
    switch (request.method) {
      case 'GET':
        return sendJson(response, 200, records);
      case 'POST':
        records.push(...[await readJson(request)].flat());
        if (records.length > MAX_RECORDS) records.splice(0, records.length - MAX_RECORDS);
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
