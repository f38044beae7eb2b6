--- The schema that all Gatewright plugins share. They cannot be attached to a consumer, and support only HTTP protocols.
local typedefs = require "kong.db.schema.typedefs"

--- @tparam string name of the plugin
-- @tparam table config {fields, custom_validator} of its config
return function(name, config)
  return {
    name = name,
    fields = {
      { consumer = typedefs.no_consumer },
      { protocols = typedefs.protocols_http },
      { config = {
        type = "record",
        required = true,
        fields = config.fields,
        custom_validator = config.custom_validator,
      } },
    },
  }
end
