import type { AuditPolicy } from '../../core/model';
import { luaList, luaString } from '../plugin/lua-literal';

export type RecordField = AuditPolicy['fields'][number];

/** What the Lua of a record's fields depends on; the same for all calls of an API. */
export interface RecordContext {
  readonly api: string;
  /** The API's tiers, best first. */
  readonly tiers: readonly string[];
  /** Header with the correlation id. */
  readonly correlator: string;
  /** Whose groups say the tier: those that partner-tier-limit found, or Enterprise's Consumer Groups. */
  readonly plugins: 'portable' | 'native';
}

/** The key of a field in a record. */
export const RECORD_KEYS: Readonly<Record<RecordField, string>> = {
  partner: 'partner',
  application: 'application',
  api: 'api',
  operation: 'operation',
  tier: 'tier',
  purpose: 'purpose',
  scopes: 'scopes',
  'subject-hash': 'subject_hash',
  status: 'status',
  latency: 'latency_ms',
  'client-address': 'client_address',
  correlator: 'correlator',
};

/**
 * Everything that Kong's serializer puts into a record by itself, but for the time (`started_at`, in milliseconds). It is taken
 * out whole: among it are paths, queries, headers, subjects of certificates.
 */
const KONGS_OWN = [
  'ai',
  'authenticated_entity',
  'authenticated_groups',
  'client_ip',
  'consumer',
  'consumer_groups',
  'correlation_id',
  'latencies',
  'request',
  'response',
  'route',
  'service',
  'source',
  'trace_id',
  'tries',
  'upstream_status',
  'upstream_uri',
  'workspace',
  'workspace_name',
];

/** The key of Kong's setting: the only one, whose Lua writes the rest of the record as well. */
const WRITER = 'request_id';

/**
 * The Lua of a record: it writes the fields that were chosen, and takes out all others and whatever Kong puts in. It is one piece,
 * since Kong compiles each one anew, with an environment of its own, for every call. No Lua reads a token, a query or a body.
 */
export function recordFields(chosen: readonly RecordField[], context: RecordContext): Readonly<Record<string, string>> {
  const fields = Object.entries(RECORD_KEYS) as [RecordField, string][];
  const written = fields.filter(([field]) => chosen.includes(field)).sort(([, a], [, b]) => (a < b ? -1 : 1));
  const left = [...KONGS_OWN, ...fields.filter(([field]) => !chosen.includes(field)).map(([, key]) => key)].sort();
  const lines = [
    'local set = kong.log.set_serialize_value',
    `for _, key in ipairs(${luaList(left)}) do\n  set(key, nil)\nend`,
    ...written.map(([field, key]) => `set(${luaString(key)}, (function()\n${LUA[field](context)}\nend)())`),
    'return ngx.var.kong_request_id',
  ];
  return { [WRITER]: lines.join('\n') };
}

/** What Gatewright's plugins found out about a call, for those that come later (docs/editions.md). */
const shared = (key: string) =>
  `local found = kong.ctx.shared.gatewright\nreturn type(found) == "table" and found.${key} or nil`;

const username = (pattern: string) =>
  `local consumer = kong.client.get_consumer()\nreturn consumer and string.match(consumer.username or "", ${luaString(pattern)}) or nil`;

const LUA: Readonly<Record<RecordField, (context: RecordContext) => string>> = {
  partner: () => username('^([^_]+)_'),
  application: () => username('^[^_]+_(.+)$'),
  api: ({ api }) => `return ${luaString(api)}`,
  operation: () =>
    'local route = kong.router.get_route()\nreturn route and string.match(route.name or "", "^[^_]+_(.+)$") or nil',
  tier: ({ api, tiers, plugins }) => (plugins === 'portable' ? shared('tier') : tierOfConsumerGroup(api, tiers)),
  purpose: () => shared('purpose'),
  scopes: () => shared('scopes'),
  'subject-hash': () => shared('subject_hash'),
  status: () => 'return kong.response.get_status()',
  latency: () => 'return math.floor((tonumber(ngx.var.request_time) or 0) * 1000 + 0.5)',
  'client-address': () => 'return kong.client.get_forwarded_ip()',
  correlator: ({ correlator }) => `return kong.response.get_header(${luaString(correlator)})`,
};

function tierOfConsumerGroup(api: string, tiers: readonly string[]): string {
  return `local groups = {}
for _, group in ipairs(kong.client.get_consumer_groups() or {}) do
  groups[group.name or ""] = true
end
for _, tier in ipairs(${luaList(tiers)}) do
  if groups[${luaString(`${api}:`)} .. tier] then
    return tier
  end
end
return nil`;
}
