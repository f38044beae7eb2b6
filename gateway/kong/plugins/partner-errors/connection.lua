--- The header Connection, which names headers that are for the next hop alone (RFC 9110, section 7.6.1). Kong takes these away last of
-- all, from what plugins wrote for the upstream as well: a caller that names X-Consumer-ID in it would arrive without an identity. So
-- they are taken away first of all, and nothing is left to be read later.
local kong = kong
local gmatch, lower = string.gmatch, string.lower
local ipairs, type = ipairs, type

local M = {}

local MOST = 1000

-- What has a meaning of its own, or belongs to the framing of the message, which is nginx's business.
local OPTIONS = {
  close = true, ["keep-alive"] = true, upgrade = true, te = true, ["http2-settings"] = true, ["proxy-connection"] = true,
  connection = true, ["content-length"] = true, ["transfer-encoding"] = true, trailer = true, host = true,
}

--- The names that Connection lists but for OPTIONS, in lower case.
local function named()
  local values = kong.request.get_headers(MOST)["connection"]
  local names = {}
  for _, value in ipairs(type(values) == "table" and values or { values }) do
    for name in gmatch(lower(value), "[^,%s]+") do
      if not OPTIONS[name] then
        names[#names + 1] = name
      end
    end
  end
  return names
end

--- Applies the header and takes it away. In the phase rewrite: Kong remembers the headers when it looks for a route.
function M.apply()
  for _, name in ipairs(named()) do
    kong.service.request.clear_header(name)
  end
  kong.service.request.clear_header("Connection")
end

--- Whether the header is still there and names others: `apply` did not run, since only the default workspace has a phase rewrite.
function M.is_left()
  return #named() > 0
end

return M
