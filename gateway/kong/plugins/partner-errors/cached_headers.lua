--- Request headers as Kong remembers them. It reads them once, before the plugins' first phase, and its router and what it does last go by
-- that: what a plugin changes is not seen by them. No documented function changes that.
local ngx = ngx
local pcall, require, type = pcall, require, type

local M = {}

local ok, http = pcall(require, "kong.tools.http")
local get_header = ok and type(http) == "table" and http.get_header

--- Has Kong read the headers anew.
function M.forget()
  ngx.ctx.cached_request_headers = nil
end

--- A header as Kong itself will read it.
-- @tparam string name in lower case
-- @treturn string|nil
-- @treturn boolean false where Kong's way is not known; then it is the header as it is now
function M.get(name)
  if get_header then
    local read, value = pcall(get_header, name, ngx.ctx)
    if read then
      return value, true
    end
  end
  return ngx.var["http_" .. name], false
end

return M
