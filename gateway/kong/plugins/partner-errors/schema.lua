local operation = require "kong.plugins.partner-common.operation_fields"
local plugin_schema = require "kong.plugins.partner-common.plugin_schema"
local variants = require "kong.plugins.partner-common.variants"

local HEADER = "^[A-Za-z][A-Za-z0-9-]*$"

return plugin_schema("partner-errors", {
  fields = {
    { scope = { type = "string", required = true, one_of = { "listener", "api", "requests" } } },
    { correlator_header = { type = "string", match = HEADER, len_max = 100 } },
    { upstream_errors = { type = "string", one_of = { "pass", "replace" } } },
    { response_headers = { type = "array", len_max = 20, elements = {
      type = "record",
      fields = {
        { name = { type = "string", required = true, match = HEADER, len_max = 100 } },
        { value = { type = "string", required = true, match = "^[\32-\126]+$", len_max = 4000 } },
      },
    } } },
    { idempotent_operations = { type = "array", len_max = 10000, elements = operation({
      { header = { type = "string", required = true, match = HEADER, len_max = 100 } },
    }) } },
    { window_codes = { type = "array", len_min = 5, len_max = 5, elements = {
      type = "record",
      fields = {
        { window = { type = "string", required = true, one_of = { "second", "minute", "hour", "day", "month" } } },
        { code = { type = "string", required = true, one_of = { "TOO_MANY_REQUESTS", "QUOTA_EXCEEDED" } } },
      },
    } } },
  },
  custom_validator = variants("scope", {
    listener = { required = { "correlator_header" } },
    requests = { required = { "idempotent_operations" } },
    api = { required = {
      "correlator_header", "upstream_errors", "response_headers", "idempotent_operations", "window_codes",
    } },
  }),
})
