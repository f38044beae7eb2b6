--- For schemas: the record of an operation, {operation, method, path} and what a plugin adds.
local METHODS = { "GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE" }

--- @tparam[opt] table more fields
return function(more)
  local fields = {
    { operation = { type = "string", required = true, match = "^[A-Za-z][A-Za-z0-9_.-]*$", len_max = 120 } },
    { method = { type = "string", required = true, one_of = METHODS } },
    { path = { type = "string", required = true, match = "^/[^%s?#]*$", len_max = 1000 } },
  }
  for _, field in ipairs(more or {}) do
    fields[#fields + 1] = field
  end
  return { type = "record", fields = fields }
end
