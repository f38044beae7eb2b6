-- kong.db.schema.typedefs: the predefined fields that the plugins use. Calling one returns a copy with more attributes.
local standin = ...
local strict = standin("strict")

local function typedef(field)
  return setmetatable(field, {
    __call = function(self, more)
      local copy = {}
      for name, value in pairs(self) do copy[name] = value end
      for name, value in pairs(more) do copy[name] = value end
      return copy
    end,
  })
end

return strict.closed("typedefs", {
  no_consumer = typedef({ type = "foreign", reference = "consumers", eq = "null" }),
  protocols_http = typedef({ type = "set", required = true, default = { "grpc", "grpcs", "http", "https" } }),
  uuid = typedef({ type = "string", uuid = true }),
})
