import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { RECORD_KEYS, type RecordContext, type RecordField, recordFields } from '../../policies/audit/record-fields';
import { camaraExit } from '../../policies/errors/camara-exit';
import { luaString } from '../../policies/plugin/lua-literal';
import { parseLua, runLua } from './support/lua';

describe('Lua string literals', () => {
  test('evaluate to the original text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
        const bytes = [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        const hex = 'return (value:gsub(".", function(one) return string.format("%02x", one:byte()) end))';
        expect(runLua(`local value = ${luaString(text)}\n${hex}`)).toBe(bytes);
      }),
    );
  });

  test.each(['"', '\\', '\n', '0', '\u00001', ']]', '%', '--'])('cannot end early: %j', (text) => {
    expect(luaString(text)).toMatch(/^"(?:[^"\\\n]|\\[0-9]{3})*"$/);
  });
});

/** The part of Kong that records use, with data that a record must not contain. */
const KONG = `
kong = {
  client = {
    get_consumer = function() return { username = "acme-bank_checkout", custom_id = "secret-client" } end,
    get_forwarded_ip = function() return "192.0.2.1" end,
    get_consumer_groups = function() return { { name = "sim-swap:free" }, { name = "other:gold" }, { name = "sim-swap:paid" } } end,
  },
  router = { get_route = function() return { name = "sim-swap_check-sim-swap" } end },
  response = {
    get_status = function() return 200 end,
    get_header = function(name) return name == "x-correlator" and "c-1" or nil end,
  },
  ctx = { shared = { authenticated_jwt_token = "token", gatewright = { tier = "paid", purpose = "dpv:Marketing", scopes = "a b", subject_hash = "hash" } } },
}
ngx = { var = { request_time = "0.0123", kong_request_id = "r-1" } }
`;

/** Kong for an unauthenticated call. */
const UNAUTHENTICATED = `
kong = {
  client = { get_consumer = function() end, get_forwarded_ip = function() return "192.0.2.1" end, get_consumer_groups = function() end },
  router = { get_route = function() end },
  response = { get_status = function() return 401 end, get_header = function() end },
  ctx = { shared = {} },
}
ngx = { var = {} }
`;

const ALL = Object.keys(RECORD_KEYS) as RecordField[];
const context: RecordContext = {
  api: 'sim-swap',
  tiers: ['paid', 'free'],
  correlator: 'x-correlator',
  plugins: 'portable',
};

/** The top-level fields that the serializer of Kong 3.9 adds to a record, except for the time. */
const SERIALIZER_FIELDS =
  'request upstream_uri upstream_status response latencies tries authenticated_entity route service consumer client_ip source workspace workspace_name';

/** Builds a record as Kong does: the fields of its serializer, changed by the Lua code of the settings. */
function record(fields: Readonly<Record<string, string>>, kong = KONG): Readonly<Record<string, string>> {
  const code = `${kong}
local record = { ${SERIALIZER_FIELDS.split(' ')
    .map((key) => `${key} = "Kong's"`)
    .join(', ')} }
kong.log = { set_serialize_value = function(key, value) record[key] = value end }
${Object.entries(fields)
  .map(([key, lua]) => `kong.log.set_serialize_value(${luaString(key)}, (function()\n${lua}\nend)())`)
  .join('\n')}
local lines = {}
for key, value in pairs(record) do lines[#lines + 1] = key .. "=" .. tostring(value) end
table.sort(lines)
return table.concat(lines, "\\n")`;
  const lines = runLua(code).split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
}

const RECORD = {
  api: 'sim-swap',
  application: 'checkout',
  client_address: '192.0.2.1',
  correlator: 'c-1',
  latency_ms: '12',
  operation: 'check-sim-swap',
  partner: 'acme-bank',
  purpose: 'dpv:Marketing',
  request_id: 'r-1',
  scopes: 'a b',
  status: '200',
  subject_hash: 'hash',
  tier: 'paid',
};

describe('a record', () => {
  test.each(['portable', 'native'] as const)('contains the selected fields (%s plugins)', (plugins) => {
    expect(record(recordFields(ALL, { ...context, plugins }))).toEqual(RECORD);
  });

  test('contains no other fields', () => {
    expect(record(recordFields(['partner', 'status'], context))).toEqual({
      partner: 'acme-bank',
      status: '200',
      request_id: 'r-1',
    });
  });

  test.each(['portable', 'native'] as const)('can be written for an unauthenticated call (%s plugins)', (plugins) => {
    expect(record(recordFields(ALL, { ...context, plugins }), UNAUTHENTICATED)).toEqual({
      api: 'sim-swap',
      client_address: '192.0.2.1',
      latency_ms: '0',
      status: '401',
    });
  });

  test('is always written by a single Lua chunk, which removes the fields of the serializer', () => {
    for (const chosen of [[], ['partner'], ALL] as const) {
      const fields = recordFields(chosen, context);
      expect(Object.keys(fields)).toEqual(['request_id']);
      expect(Object.keys(record(fields))).toEqual([...chosen.map((field) => RECORD_KEYS[field]), 'request_id'].sort());
    }
  });

  test('is written by Lua code that LuaJIT can parse and that does not read tokens, queries or bodies', () => {
    for (const plugins of ['portable', 'native'] as const) {
      for (const code of Object.values(recordFields(ALL, { ...context, plugins }))) {
        parseLua(code);
        expect(code).not.toMatch(/token|query|body|get_headers|request\./);
      }
    }
  });
});

describe("Enterprise's errors", () => {
  const exit = (call: string, sent = 'nil') => `
kong = { request = { get_header = function(name) return name == "x-correlator" and ${sent} or nil end } }
local transform = (function() ${camaraExit('x-correlator')} end)()
local status, body, headers = transform(${call})
local shown = {}
for name, value in pairs(headers or {}) do shown[#shown + 1] = name .. "=" .. value end
table.sort(shown)
local summary = type(body) == "table" and (body.code and body.status .. " " .. body.code or body.message) or tostring(body)
return status .. " | " .. summary .. " | " .. table.concat(shown, ", ")`;

  const json = 'Content-Type=application/json';

  test.each<[call: string, sent: string, shown: string]>([
    [
      '401, { message = "Unauthorized" }, { ["WWW-Authenticate"] = "Bearer" }',
      'nil',
      `401 | 401 UNAUTHENTICATED | ${json}, WWW-Authenticate=Bearer`,
    ],
    ['403, { message = "You cannot" }, {}', 'nil', `403 | 403 PERMISSION_DENIED | ${json}`],
    ['404, nil, nil', 'nil', `404 | 404 NOT_FOUND | ${json}`],
    ['413, "too large", nil', 'nil', `413 | 413 INVALID_ARGUMENT | ${json}`],
    ['418, nil, nil', 'nil', `418 | 418 INVALID_ARGUMENT | ${json}`],
    ['429, nil, { ["Retry-After"] = "3" }', 'nil', `429 | 429 TOO_MANY_REQUESTS | ${json}, Retry-After=3`],
    [
      '429, nil, { ["X-RateLimit-Remaining-Month"] = "0" }',
      'nil',
      `429 | 429 QUOTA_EXCEEDED | ${json}, X-RateLimit-Remaining-Month=0`,
    ],
    [
      '429, nil, { ["X-RateLimit-Remaining-Day"] = 3 }',
      'nil',
      `429 | 429 TOO_MANY_REQUESTS | ${json}, X-RateLimit-Remaining-Day=3`,
    ],
    ['500, nil, nil', 'nil', `500 | 500 INTERNAL | ${json}`],
    ['503, nil, nil', 'nil', `503 | 503 UNAVAILABLE | ${json}`],
    ['599, nil, nil', 'nil', `599 | 599 INTERNAL | ${json}`],
    ['200, { message = "hello" }, { a = "b" }', 'nil', '200 | hello | a=b'],
    ['302, nil, nil', 'nil', '302 | nil | '],
    ['401, nil, nil', '"abc-123"', `401 | 401 UNAUTHENTICATED | ${json}, x-correlator=abc-123`],
    ['401, nil, nil', '"a\\r\\nSet-Cookie: b"', `401 | 401 UNAUTHENTICATED | ${json}`],
    ['401, nil, nil', '""', `401 | 401 UNAUTHENTICATED | ${json}`],
    ['401, nil, nil', 'string.rep("a", 257)', `401 | 401 UNAUTHENTICATED | ${json}`],
    ['401, nil, nil', 'error("no request")', `401 | 401 UNAUTHENTICATED | ${json}`],
  ])('%s with correlation id %s', (call, sent, shown) => {
    expect(runLua(exit(call, sent))).toBe(shown);
  });

  test.each([
    ['["X-RateLimit-Remaining-Day"] = "0"', 'QUOTA_EXCEEDED'],
    ['["X-RateLimit-Remaining-Minute"] = "0"', 'TOO_MANY_REQUESTS'],
  ])('depend on headers that are already set: %s', (header, code) => {
    expect(runLua(`ngx = { header = { ${header} } }\n${exit('429, nil, nil')}`)).toContain(code);
  });

  test("do not contain the gateway's original message", () => {
    expect(runLua(exit('401, { message = "No credentials found for given \'kid\'" }, nil'))).not.toContain('kid');
  });

  test('are produced by Lua code that LuaJIT can parse', () => {
    parseLua(camaraExit('x-correlator'));
  });
});

const pluginSource = (file: string) => readFileSync(path.join(__dirname, '../../gateway/kong/plugins', file), 'utf8');

test('partner-errors and exit-transformer return the same error for every status', () => {
  const model = pluginSource('partner-errors/model.lua');
  const lines = runLua(`
kong = { request = { get_header = function() end } }
ngx = { header = {} }
require = function() return { encode = function(text) return '"' .. text .. '"' end } end
local model = (function() ${model} end)()
local transform = (function() ${camaraExit('x-correlator')} end)()
local lines = {}
for status = 400, 599 do
  local same, answer = transform(status, {}, {})
  lines[#lines + 1] = model.body({}, status, {}) .. " " .. string.format('{"status":%d,"code":"%s","message":"%s"}', same, answer.code, answer.message)
end
return table.concat(lines, "\\n")`)
    .split('\n')
    .map((line) => line.split(/(?<=\}) /));
  expect(lines.map(([portable]) => portable)).toEqual(lines.map(([, native]) => native));
  const codes = new Set(lines.map(([portable]) => (JSON.parse(portable ?? '') as { code: string }).code));
  expect([lines.length, codes.size]).toEqual([200, 13]);
});

test.each(['unauthenticated(true)', 'unavailable()'])('refusal.%s has the same message as partner-errors', (call) => {
  const [message, body] = runLua(`
kong = { response = { exit = function(_, body) return body end } }
require = function()
  return { get = function() return {} end, encode = function(text) return '"' .. text .. '"' end }
end
local refusal = (function() ${pluginSource('partner-common/refusal.lua')} end)()
local model = (function() ${pluginSource('partner-errors/model.lua')} end)()
local refused = refusal.${call}
return refused.message .. "\\n" .. model.body({}, refused.status, {})`).split('\n');
  expect(JSON.parse(body ?? '')).toMatchObject({ message });
});
