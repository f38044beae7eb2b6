--- Kong's cache of the request headers. Kong reads the headers once, before the first phase of any plugin; its router and its final
-- processing of Connection use that copy and do not see changes by plugins. No documented function updates it.
local ngx = ngx
local pcall, require, type = pcall, require, type

local M = {}

local ok, http = pcall(require, "kong.tools.http")
local get_header = ok and type(http) == "table" and http.get_header

--- Makes Kong read the headers again.
function M.clear()
  ngx.ctx.cached_request_headers = nil
end

--- A header as Kong itself will read it.
-- @tparam string name in lower case
-- @treturn string|nil
-- @treturn boolean false if this version of Kong has no known cache; the value is then that of the current request headers
function M.get(name)
  if get_header then
    local success, value = pcall(get_header, name, ngx.ctx)
    if success then
      return value, true
    end
  end
  return ngx.var["http_" .. name], false
end

return M
