-- Loads a plugin's schema.lua and checks a config with it: { config } with defaults, or { errors }.
local standin = ...
local check, json = standin("schema.check"), standin("json")

--- As Kong does: a record within a record is required unless it says otherwise.
local function require_records(record)
  for _, entry in ipairs(record.fields) do
    local _, field = next(entry)
    if field.type == "record" then
      if field.required == nil then field.required = true end
      require_records(field)
    end
  end
end

--- @param require that of the plugins' sandbox
return function(require, name, config)
  local schema = require("kong.plugins." .. name .. ".schema")
  assert(schema.name == name, "a schema's name is that of its folder")
  for _, entry in ipairs(schema.fields) do
    local field, definition = next(entry)
    if field == "config" then
      assert(definition.type == "record" and definition.required, "config is a required record")
      require_records(definition)
      local checked, errors = check(definition, config)
      if errors then return { errors = errors } end
      return { config = checked }
    end
  end
  error("the schema of '" .. name .. "' has no config")
end
