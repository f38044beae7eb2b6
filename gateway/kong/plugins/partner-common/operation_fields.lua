--- Schema of an operation: a record {operation, route} and the fields that a plugin adds. The length of a name is counted in bytes, up
-- to four per character.

--- @tparam[opt] table extra_fields
-- @tparam[opt] function validator of the record
return function(extra_fields, validator)
  local fields = {
    { operation = { type = "string", required = true, match = "^[^%c]+$", len_max = 2000 } },
    { route = { type = "string", required = true, match = "^[%w%-_.~]+$", len_max = 500 } },
  }
  for _, field in ipairs(extra_fields or {}) do
    fields[#fields + 1] = field
  end
  return { type = "record", fields = fields, custom_validator = validator }
end
