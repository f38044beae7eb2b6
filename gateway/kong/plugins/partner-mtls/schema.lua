local plugin_schema = require "kong.plugins.partner-common.plugin_schema"
local variants = require "kong.plugins.partner-common.variants"

return plugin_schema("partner-mtls", {
  fields = {
    { scope = { type = "string", required = true, one_of = { "listener", "api" } } },
    { server_names = { type = "array", len_min = 1, len_max = 50, elements = {
      type = "string", match = "^[a-z0-9][a-z0-9.-]*$", len_max = 253,
    } } },
    { ca_certificates = { type = "array", required = true, len_min = 1, len_max = 50, elements = {
      type = "string", uuid = true,
    } } },
    { send_ca_names = { type = "boolean" } },
    { session_reuse = { type = "boolean" } },
    { registered = { type = "array", len_min = 1, len_max = 2, elements = {
      type = "string", one_of = { "subject", "thumbprint" },
    } } },
    { bound_tokens = { type = "string", one_of = { "required", "when-present" } } },
  },
  custom_validator = variants("scope", {
    listener = { required = { "server_names", "ca_certificates", "send_ca_names", "session_reuse" } },
    api = { required = { "ca_certificates", "registered", "bound_tokens" } },
  }),
})
