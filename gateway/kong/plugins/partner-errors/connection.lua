--- The Connection header, which lists headers that are meant only for the next hop (RFC 9110, section 7.6.1). Kong removes those as its
-- last step, including headers that plugins set for the upstream: a caller that lists X-Consumer-ID would arrive without an identity.
-- So this module removes them as the first step and leaves nothing for Kong to remove.
local cached_headers = require "kong.plugins.partner-errors.cached_headers"
local notes = require "kong.plugins.partner-common.notes"

local kong, ngx = kong, ngx
local gmatch, lower = string.gmatch, string.lower
local ipairs = ipairs

local M = {}

-- Connection options, and names that Kong handles correctly itself.
local OPTIONS = {
  close = true, ["keep-alive"] = true, upgrade = true, te = true, trailer = true, ["http2-settings"] = true,
  ["proxy-connection"] = true, connection = true,
}
-- Never removed, since they delimit or route the message: without Content-Length, the body would be read as the next request.
local PROTECTED = { ["content-length"] = true, ["transfer-encoding"] = true, host = true }

--- The header names that a value of Connection lists, in lower case.
local function listed_headers(value)
  local names = {}
  for name in gmatch(lower(value or ""), "[^,%s]+") do
    if not OPTIONS[name] then
      names[#names + 1] = name
    end
  end
  return names
end

--- Removes the listed headers and Connection itself. For the rewrite phase, before Kong selects a route.
function M.apply()
  local names = listed_headers(ngx.var.http_connection)
  if #names == 0 then
    return
  end
  for _, name in ipairs(names) do
    if not PROTECTED[name] then
      kong.service.request.clear_header(name)
    end
  end
  kong.service.request.clear_header("Connection")
  cached_headers.clear()
  notes.get().connection_applied = true
end

--- Whether Kong would still remove headers: because `apply` did not run, since the rewrite phase exists only in the default workspace, or
-- because it had no effect, since this version of Kong caches headers in an unknown way.
function M.is_pending()
  local value, is_known = cached_headers.get("connection")
  if not is_known and notes.get().connection_applied then
    return true
  end
  return #listed_headers(value) > 0
end

return M
