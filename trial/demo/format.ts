import { decodeJwt } from 'jose';
import { jsonOf, type Reply } from '../client/request';
import { pathOf } from '../e2e/setup/caller';
import type { Grant } from '../e2e/setup/grant';

/** Response headers to show. */
const SHOWN_HEADERS = /^(x-ratelimit-limit-|retry-after|x-correlator|deprecation|sunset|link)/;

/** Formats a call and its response. */
export function formatCall(
  { operation, ...grant }: Grant,
  token: string | null,
  reply: Reply,
  remark?: string,
): string {
  const lines = [`${operation.method} ${pathOf({ ...grant, operation })}`];
  if (token === null) lines.push('  without a token');
  else lines.push(...describeToken(token));
  if (remark !== undefined) lines.push(`  ${remark}`);
  lines.push(`→ ${reply.status}`);
  for (const [name, value] of Object.entries(reply.headers))
    if (SHOWN_HEADERS.test(name)) lines.push(`  ${name}: ${value}`);
  const body = jsonOf(reply);
  if (body !== undefined)
    lines.push(
      ...JSON.stringify(body, null, 2)
        .split('\n')
        .map((line) => `  ${line}`),
    );
  return lines.join('\n');
}

/** Describes a token without printing it. */
function describeToken(token: string): readonly string[] {
  const { client_id, iss, sub, scope } = decodeJwt(token);
  const client = client_id ?? iss;
  const user = sub === client ? 'no user' : 'a user';
  return [`  token of ${client}, ${user}${scope === undefined ? '' : `, for ${scope}`}`];
}
