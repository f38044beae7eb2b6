--- For schemas: the record of an operation, {operation, route} and what a plugin adds. The length of a name is in bytes, of which a
-- character may have four.

--- @tparam[opt] table more fields
-- @tparam[opt] function validator of the record
return function(more, validator)
  local fields = {
    { operation = { type = "string", required = true, match = "^[^%c]+$", len_max = 2000 } },
    { route = { type = "string", required = true, match = "^[%w%-_.~]+$", len_max = 500 } },
  }
  for _, field in ipairs(more or {}) do
    fields[#fields + 1] = field
  end
  return { type = "record", fields = fields, custom_validator = validator }
end
