--- The header Host as routes have it. Case does not count in names (RFC 9110, section 4.2.3), nor does the dot of the root at their
-- end; Kong's router compares them byte by byte.
local remembered = require "kong.plugins.partner-errors.remembered"

local kong, ngx = kong, ngx
local gsub, lower = string.gsub, string.lower

local M = {}

--- Writes the name in lower case, without the dot. In the phase rewrite, before a route is looked for. Not by the PDK, which would
-- send this name to the upstream in place of the upstream's own.
function M.normalize()
  local sent = kong.request.get_header("Host")
  local host = sent and gsub(gsub(lower(sent), "%.(:%d*)$", "%1"), "%.$", "")
  if host ~= sent then
    ngx.req.set_header("Host", host)
    remembered.forget()
  end
end

return M
