-- Validates a config against a plugin's schema.lua: { config } with defaults, or { errors }.
local standin = ...
local check, json = standin("schema.check"), standin("json")

--- As in Kong: a nested record is required by default.
local function require_records(record)
  for _, entry in ipairs(record.fields) do
    local _, field = next(entry)
    if field.type == "record" then
      if field.required == nil then field.required = true end
      require_records(field)
    end
  end
end

--- @param require of the plugins' sandbox
return function(require, name, config)
  local schema = require("kong.plugins." .. name .. ".schema")
  assert(schema.name == name, "a schema has to have the name of its folder")
  for _, entry in ipairs(schema.fields) do
    local field, definition = next(entry)
    if field == "config" then
      assert(definition.type == "record" and definition.required, "config has to be a required record")
      require_records(definition)
      local checked, errors = check(definition, config)
      if errors then return { errors = errors } end
      return { config = checked }
    end
  end
  error("the schema of '" .. name .. "' has no config")
end
