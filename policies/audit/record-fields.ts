import type { AuditPolicy } from '../../core/model';
import { luaList, luaString } from '../plugin/lua-literal';

export type RecordField = AuditPolicy['fields'][number];

/** The input for the Lua code of records, which is the same for all calls of an API. */
export interface RecordContext {
  readonly api: string;
  /** The API's tiers, best first. */
  readonly tiers: readonly string[];
  /** Header of the correlation id. */
  readonly correlator: string;
  /** The source of the tier: partner-tier-limit, or Enterprise's Consumer Groups. */
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
 * The fields that Kong's serializer adds to a record, except for the time (`started_at`, in milliseconds). They are all removed,
 * because they contain paths, queries, headers and subjects of certificates.
 */
const SERIALIZER_FIELDS = [
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

/** The only key in Kong's setting. Its Lua code writes all fields of the record. */
const WRITER = 'request_id';

/**
 * The Lua code of a record, which writes the selected fields and removes all others, including those of Kong's serializer. It is a
 * single chunk, because Kong compiles each chunk for every call, with its own environment. It never reads a token, a query or a body.
 */
export function recordFields(
  selected: readonly RecordField[],
  context: RecordContext,
): Readonly<Record<string, string>> {
  const fields = Object.entries(RECORD_KEYS) as [RecordField, string][];
  const written = fields.filter(([field]) => selected.includes(field)).sort(([, a], [, b]) => (a < b ? -1 : 1));
  const unselected = fields.filter(([field]) => !selected.includes(field)).map(([, key]) => key);
  const removed = [...SERIALIZER_FIELDS, ...unselected].sort();
  const lines = [
    'local set = kong.log.set_serialize_value',
    `for _, key in ipairs(${luaList(removed)}) do\n  set(key, nil)\nend`,
    ...written.map(([field, key]) => `set(${luaString(key)}, (function()\n${LUA[field](context)}\nend)())`),
    'return ngx.var.kong_request_id',
  ];
  return { [WRITER]: lines.join('\n') };
}

/** Reads a value that Gatewright's plugins share about a call with later plugins (docs/editions.md). */
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
