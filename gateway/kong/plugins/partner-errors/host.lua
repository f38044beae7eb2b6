--- Normalizes the Host header for the router. Host names are case-insensitive (RFC 9110, section 4.2.3) and may end with a dot; Kong's
-- router compares them byte by byte.
local cached_headers = require "kong.plugins.partner-errors.cached_headers"

local kong, ngx = kong, ngx
local gsub, lower = string.gsub, string.lower

local M = {}

--- Writes the host in lower case and without a final dot. For the rewrite phase, before Kong selects a route. Does not use the PDK, which
-- would also replace the Host header that the upstream receives.
function M.normalize()
  local original = kong.request.get_header("Host")
  local normalized = original and gsub(gsub(lower(original), "%.(:%d*)$", "%1"), "%.$", "")
  if normalized ~= original then
    ngx.req.set_header("Host", normalized)
    cached_headers.clear()
  end
end

return M
