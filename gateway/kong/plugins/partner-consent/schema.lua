local operation = require "kong.plugins.partner-common.operation_fields"
local plugin_schema = require "kong.plugins.partner-common.plugin_schema"
local variants = require "kong.plugins.partner-common.variants"

local CLAIM = "^[\33-\126]+$"
local LIVE = { "url", "timeout_ms", "cache_s", "failure", "verify_tls" }

local function word(one_of)
  return { type = "string", required = true, one_of = one_of }
end

--- A vault reference: Kong takes such a one as it is, so anything else comes to the pattern.
local function reference()
  return { type = "string", referenceable = true, encrypted = true, match = "^{vault://", len_max = 500 }
end

local function url()
  return { type = "string", match = "^https?://[^%s/?#@]+%f[%z/?]%S*$", len_max = 2000 }
end

local function list(elements, most)
  return { type = "array", len_min = 1, len_max = most, elements = elements }
end

local function with(fields, ...)
  local all = { ... }
  for _, field in ipairs(fields) do
    all[#all + 1] = field
  end
  return all
end

local token = {
  type = "record",
  required = true,
  fields = {
    { source = word({ "context", "authorization-header" }) },
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
    { rule = word({ "never", "claim", "subject-differs" }) },
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

--- An operation says which scopes it needs, or that it needs none. (No `eq = true` on the field: Kong then refuses its absence.)
local function needs(record)
  local listed, none = record.scopes ~= nil and record.scopes ~= ngx.null, record.no_scopes == true
  if listed == none then
    return nil, "one of scopes and no_scopes is needed"
  end
  return true
end

local purpose = {
  type = "record",
  required = true,
  fields = {
    { rule = word({ "none", "required" }) },
    { allowed = list({ type = "string", match = "^dpv:[A-Za-z0-9]+$", len_max = 100 }, 10000) },
  },
  custom_validator = variants("rule", { none = {}, required = { required = { "allowed" } } }),
}

local otherwise = {
  type = "record",
  -- Kong's default for a record is that it has to be there.
  required = false,
  fields = {
    { source = word({ "none", "operator" }) },
    { url = url() },
    { authorization = reference() },
  },
  custom_validator = variants("source", { none = {}, operator = { required = { "url" }, optional = { "authorization" } } }),
}

local live = {
  type = "record",
  required = true,
  fields = {
    { source = word({ "none", "consent-info", "operator" }) },
    { url = url() },
    { timeout_ms = { type = "integer", between = { 1, 2147483646 } } },
    { cache_s = { type = "integer", between = { 0, 31536000 } } },
    { failure = { type = "string", one_of = { "closed", "open" } } },
    { verify_tls = { type = "boolean" } },
    { scope = { type = "string", len_max = 200 } },
    { authorization = reference() },
    { otherwise = otherwise },
  },
  custom_validator = variants("source", {
    none = {},
    ["consent-info"] = { required = with(LIVE, "scope", "otherwise") },
    operator = { required = LIVE, optional = { "authorization" } },
  }),
}

local subject_hash = {
  type = "record",
  required = true,
  fields = {
    { mode = word({ "none", "keyed" }) },
    { key = reference() },
  },
  custom_validator = variants("mode", { none = {}, keyed = { required = { "key" } } }),
}

return plugin_schema("partner-consent", {
  fields = {
    { api = { type = "string", required = true, match = "^[a-z][a-z0-9-]*$", len_max = 63 } },
    { token = token },
    { client_claim = { type = "string", required = true, match = CLAIM, len_max = 200 } },
    { rights = word({ "token-and-grants", "grants" }) },
    { user_context = word({ "three-legged", "two-legged", "any" }) },
    { three_legged = three_legged },
    { operations = {
      type = "array", required = true, len_max = 10000,
      elements = operation({ { scopes = scopes }, { no_scopes = { type = "boolean" } } }, needs),
    } },
    { purpose = purpose },
    { live = live },
    { subject_hash = subject_hash },
  },
})
