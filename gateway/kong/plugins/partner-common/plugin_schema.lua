--- For schemas: what Kong needs to know of every plugin of ours. None can stand on a consumer, and none is for anything but HTTP.
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
