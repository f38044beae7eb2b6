-- kong.tools.redis.schema: the schema of Kong's own Redis settings.
local standin = ...
return standin("strict").closed("kong.tools.redis.schema", {
  config_schema = {
    type = "record",
    fields = {
      { host = { type = "string" } },
      { port = { type = "integer", between = { 0, 65535 }, default = 6379 } },
      { timeout = { type = "integer", between = { 0, 2147483646 }, default = 2000 } },
      { username = { type = "string", referenceable = true } },
      { password = { type = "string", referenceable = true, encrypted = true, len_min = 0 } },
      { database = { type = "integer", default = 0 } },
      { ssl = { type = "boolean", default = false } },
      { ssl_verify = { type = "boolean", default = false } },
      { server_name = { type = "string" } },
    },
  },
})
