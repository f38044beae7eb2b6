--- For schemas: the record of an operation, {operation, method, path} and what a plugin adds. Lengths are in bytes, of which a
-- character may have four.
local METHODS = { "GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE" }

--- @tparam[opt] table more fields
return function(more)
  local fields = {
    { operation = { type = "string", required = true, match = "^[^%c]+$", len_max = 2000 } },
    { method = { type = "string", required = true, one_of = METHODS } },
    { path = { type = "string", required = true, match = "^/[^%c]*$", len_max = 8000 } },
  }
  for _, field in ipairs(more or {}) do
    fields[#fields + 1] = field
  end
  return { type = "record", fields = fields }
end
