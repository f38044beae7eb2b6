local operation = require "kong.plugins.partner-common.operation_fields"
local plugin_schema = require "kong.plugins.partner-common.plugin_schema"
local variants = require "kong.plugins.partner-common.variants"
local redis = require "kong.tools.redis.schema"

local NAME = "^[a-z][a-z0-9-]*$"

local window = {
  type = "record",
  fields = {
    { window = { type = "string", required = true, one_of = { "second", "minute", "hour", "day", "month" } } },
    { limit = { type = "integer", required = true, between = { 1, 1000000000000 } } },
  },
}

local function windows(min_count)
  return { type = "array", required = true, len_min = min_count, len_max = 5, elements = window }
end

local tier = {
  type = "record",
  fields = {
    { name = { type = "string", required = true, match = NAME, len_max = 63 } },
    { group = { type = "string", required = true, match = "^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*$", len_max = 127 } },
    { windows = windows(0) },
    { operations = { type = "array", required = true, len_max = 10000, elements = operation({ { windows = windows(1) } }) } },
  },
}

return plugin_schema("partner-tier-limit", {
  fields = {
    { api = { type = "string", required = true, match = NAME, len_max = 63 } },
    { tiers = { type = "array", required = true, len_min = 1, len_max = 50, elements = tier } },
    { api_windows = windows(0) },
    { counters = {
      type = "record",
      required = true,
      fields = {
        { store = { type = "string", required = true, one_of = { "local", "redis" } } },
        -- By default Kong requires nested records.
        { redis = { type = "record", required = false, fields = redis.config_schema.fields } },
      },
      custom_validator = variants("store", { ["local"] = {}, redis = { required = { "redis" } } }),
    } },
    { failure = { type = "string", required = true, one_of = { "closed", "open" } } },
    { hide_client_headers = { type = "boolean", required = true } },
  },
})
