--- The header Connection, which names headers that are for the next hop alone (RFC 9110, section 7.6.1). Kong takes these away last of
-- all, from what plugins wrote for the upstream as well: a caller that names X-Consumer-ID in it would arrive without an identity. So
-- they are taken away first of all, and nothing is left to be read later.
local notes = require "kong.plugins.partner-common.notes"
local remembered = require "kong.plugins.partner-errors.remembered"

local kong, ngx = kong, ngx
local gmatch, lower = string.gmatch, string.lower
local ipairs = ipairs

local M = {}

-- What Kong may find there and does right.
local OPTIONS = {
  close = true, ["keep-alive"] = true, upgrade = true, te = true, trailer = true, ["http2-settings"] = true,
  ["proxy-connection"] = true, connection = true,
}
-- What says where a message ends or whom it is for is never taken away: without it, a body would be the next request.
local KEPT = { ["content-length"] = true, ["transfer-encoding"] = true, host = true }

--- The names that Connection lists but for OPTIONS, in lower case.
local function named_in(value)
  local names = {}
  for name in gmatch(lower(value or ""), "[^,%s]+") do
    if not OPTIONS[name] then
      names[#names + 1] = name
    end
  end
  return names
end

--- Applies the header and takes it away. In the phase rewrite, before Kong looks for a route.
function M.apply()
  local names = named_in(ngx.var.http_connection)
  if #names == 0 then
    return
  end
  for _, name in ipairs(names) do
    if not KEPT[name] then
      kong.service.request.clear_header(name)
    end
  end
  kong.service.request.clear_header("Connection")
  remembered.forget()
  notes.get().connection_applied = true
end

--- Whether Kong will still take headers away: where `apply` did not run, since only the default workspace has a phase rewrite, or did
-- not help, since Kong remembers headers in another way than is known.
function M.is_left()
  local value, is_known = remembered.get("connection")
  if not is_known and notes.get().connection_applied then
    return true
  end
  return #named_in(value) > 0
end

return M
