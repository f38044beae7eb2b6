local operation = require "kong.plugins.partner-common.operation_fields"
local plugin_schema = require "kong.plugins.partner-common.plugin_schema"
local variants = require "kong.plugins.partner-common.variants"

local CLAIM = "^[\33-\126]+$"
local LIVE_FIELDS = { "url", "timeout_ms", "cache_s", "failure", "verify_tls" }

local function enum(one_of)
  return { type = "string", required = true, one_of = one_of }
end

--- A vault reference. Kong accepts references without checking the pattern, so the pattern rejects everything else.
local function vault_reference()
  return { type = "string", referenceable = true, encrypted = true, match = "^{vault://", len_max = 500 }
end

local function url()
  return { type = "string", match = "^https?://[^%s/?#@]+%f[%z/?]%S*$", len_max = 2000 }
end

local function list(elements, max)
  return { type = "array", len_min = 1, len_max = max, elements = elements }
end

local function extended(fields, ...)
  local result = { ... }
  for _, field in ipairs(fields) do
    result[#result + 1] = field
  end
  return result
end

local token = {
  type = "record",
  required = true,
  fields = {
    { source = enum({ "context", "authorization-header" }) },
    { refused_headers = list({ type = "string", match = "^[a-z][a-z0-9-]*$", len_max = 100 }, 10) },
  },
  custom_validator = variants("source", {
    context = {},
    ["authorization-header"] = { required = { "refused_headers" } },
  }),
}

local three_legged = {
  type = "record",
  required = true,
  fields = {
    { rule = enum({ "never", "claim", "subject-differs" }) },
    { claim = { type = "string", match = CLAIM, len_max = 200 } },
    { client_claims = list({ type = "string", match = CLAIM, len_max = 200 }, 10) },
  },
  custom_validator = variants("rule", {
    never = {},
    claim = { required = { "claim" } },
    ["subject-differs"] = { required = { "client_claims" } },
  }),
}

local scopes = {
  type = "array",
  len_min = 1,
  len_max = 100,
  elements = list({ type = "string", match = "^[^%c\32\"\\\127-\255]+$", len_max = 500 }, 100),
}

--- An operation declares either its scopes or that it needs none. (`no_scopes` has no `eq = true`, since Kong would then require it.)
local function declares_scopes(record)
  local has_scopes, has_no_scopes = record.scopes ~= nil and record.scopes ~= ngx.null, record.no_scopes == true
  if has_scopes == has_no_scopes then
    return nil, "exactly one of scopes and no_scopes is required"
  end
  return true
end

local purpose = {
  type = "record",
  required = true,
  fields = {
    { rule = enum({ "none", "required" }) },
    { allowed = list({ type = "string", match = "^dpv:[A-Za-z0-9]+$", len_max = 100 }, 10000) },
  },
  custom_validator = variants("rule", { none = {}, required = { required = { "allowed" } } }),
}

local otherwise = {
  type = "record",
  -- By default Kong requires nested records.
  required = false,
  fields = {
    { source = enum({ "none", "operator" }) },
    { url = url() },
    { authorization = vault_reference() },
  },
  custom_validator = variants("source", { none = {}, operator = { required = { "url" }, optional = { "authorization" } } }),
}

local live = {
  type = "record",
  required = true,
  fields = {
    { source = enum({ "none", "consent-info", "operator" }) },
    { url = url() },
    { timeout_ms = { type = "integer", between = { 1, 2147483646 } } },
    { cache_s = { type = "integer", between = { 0, 31536000 } } },
    { failure = { type = "string", one_of = { "closed", "open" } } },
    { verify_tls = { type = "boolean" } },
    { scope = { type = "string", len_max = 200 } },
    { authorization = vault_reference() },
    { otherwise = otherwise },
  },
  custom_validator = variants("source", {
    none = {},
    ["consent-info"] = { required = extended(LIVE_FIELDS, "scope", "otherwise") },
    operator = { required = LIVE_FIELDS, optional = { "authorization" } },
  }),
}

local subject_hash = {
  type = "record",
  required = true,
  fields = {
    { mode = enum({ "none", "keyed" }) },
    { key = vault_reference() },
  },
  custom_validator = variants("mode", { none = {}, keyed = { required = { "key" } } }),
}

return plugin_schema("partner-consent", {
  fields = {
    { api = { type = "string", required = true, match = "^[a-z][a-z0-9-]*$", len_max = 63 } },
    { token = token },
    { client_claim = { type = "string", required = true, match = CLAIM, len_max = 200 } },
    { rights = enum({ "token-and-grants", "grants" }) },
    { user_context = enum({ "three-legged", "two-legged", "any" }) },
    { three_legged = three_legged },
    { operations = {
      type = "array", required = true, len_max = 10000,
      elements = operation({ { scopes = scopes }, { no_scopes = { type = "boolean" } } }, declares_scopes),
    } },
    { purpose = purpose },
    { live = live },
    { subject_hash = subject_hash },
  },
})
