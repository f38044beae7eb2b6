local operation = require "kong.plugins.partner-common.operation_fields"
local plugin_schema = require "kong.plugins.partner-common.plugin_schema"
local variants = require "kong.plugins.partner-common.variants"

local group = { type = "string", match = "^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*$", len_max = 127 }

local rule = {
  type = "record",
  fields = {
    { path = { type = "string", required = true, match = "^%$[.%[][A-Za-z0-9_.*%[%]@:/#+,;=!%%&()<>?^|~-]+$", len_max = 500 } },
    { action = { type = "string", required = true, one_of = { "remove", "truncate" } } },
    { keep = { type = "integer", between = { 0, 1000 } } },
    { operations = { type = "array", required = true, len_max = 10000, elements = operation() } },
    { groups = { type = "array", required = true, len_max = 50, elements = group } },
    { purposes = { type = "array", required = true, len_max = 10000, elements = {
      type = "string", match = "^dpv:[A-Za-z0-9]+$", len_max = 100,
    } } },
  },
  custom_validator = variants("action", {
    remove = { required = { "path", "operations", "groups", "purposes" } },
    truncate = { required = { "path", "operations", "groups", "purposes", "keep" } },
  }),
}

return plugin_schema("partner-masking", {
  fields = {
    { rules = { type = "array", required = true, len_min = 1, len_max = 100, elements = rule } },
    { group_source = { type = "string", required = true, one_of = { "acl", "consumer-groups" } } },
    { groups = { type = "array", required = true, len_min = 1, len_max = 50, elements = group } },
    { max_body_bytes = { type = "integer", required = true, between = { 1, 1099511627776 } } },
    { unreadable = { type = "string", required = true, one_of = { "block", "pass" } } },
  },
})
