local plugin_schema = require "kong.plugins.partner-common.plugin_schema"
local variants = require "kong.plugins.partner-common.variants"

local algorithms = {
  type = "array",
  required = true,
  len_min = 1,
  len_max = 10,
  elements = {
    type = "string",
    one_of = { "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA" },
  },
}

local function seconds(min, max)
  return { type = "integer", between = { min, max } }
end

local YEAR_S = 31536000

local public_key = {
  type = "record",
  fields = {
    { kid = { type = "string", required = true, len_max = 200 } },
    { algorithms = algorithms },
    { pem = { type = "string", required = true, match = "^%-%-%-%-%-BEGIN PUBLIC KEY%-%-%-%-%-\n", len_max = 4000 } },
  },
}

local keys = {
  type = "record",
  required = false,
  fields = {
    { source = { type = "string", required = true, one_of = { "jwks", "inline" } } },
    { uri = { type = "string", match = "^https?://[^%s/?#@]+", len_max = 2000 } },
    { cache_s = seconds(1, YEAR_S) },
    { refresh_before_s = seconds(0, YEAR_S) },
    { keep_s = seconds(0, YEAR_S) },
    { unknown_kid_interval_s = seconds(1, YEAR_S) },
    { connect_timeout_ms = { type = "integer", between = { 1, 2147483646 } } },
    { read_timeout_ms = { type = "integer", between = { 1, 2147483646 } } },
    { max_bytes = { type = "integer", between = { 1, 16777216 } } },
    { verify_tls = { type = "boolean" } },
    { public_keys = { type = "array", len_min = 1, len_max = 16, elements = public_key } },
  },
  custom_validator = variants("source", {
    jwks = { required = {
      "uri", "cache_s", "refresh_before_s", "keep_s", "unknown_kid_interval_s", "connect_timeout_ms", "read_timeout_ms",
      "max_bytes", "verify_tls",
    } },
    inline = { required = { "public_keys" } },
  }),
}

return plugin_schema("partner-token", {
  fields = {
    { mode = { type = "string", required = true, one_of = { "idp", "partner" } } },
    { issuer = { type = "string", len_max = 2000 } },
    { audience = { type = "string", required = true, len_max = 4000 } },
    { algorithms = algorithms },
    { types = { type = "array", required = true, len_min = 1, len_max = 1000, elements = {
      type = "string", match = "^[a-z0-9!#$&^_+./-]+$", len_max = 100,
    } } },
    { client_claim = { type = "string", match = "^[\33-\126]+$", len_max = 200 } },
    { clock_skew_s = seconds(0, 3600) },
    { keys = keys },
    { consumer_cache_s = seconds(1, 3600) },
    { consumer_miss_cache_s = seconds(0, 5) },
  },
  custom_validator = variants("mode", {
    idp = { required = {
      "issuer", "audience", "algorithms", "types", "client_claim", "clock_skew_s", "keys", "consumer_cache_s",
      "consumer_miss_cache_s",
    } },
    partner = { required = { "audience", "algorithms", "types" } },
  }),
})
