--- Reads tokens, without ever raising an error.
local jwt_parser = require "kong.plugins.jwt.jwt_parser"

local kong = kong
local find, match, type, pcall = string.find, string.match, type, pcall

local M = {}

--- The bearer token of the call; nil where there is none, false where there are several or the header has another form.
function M.bearer()
  local header = kong.request.get_headers()["authorization"]
  if header == nil then
    return nil
  end
  if type(header) ~= "string" then
    return false
  end
  local scheme, token = match(header, "^%s*(%a+)%s+([%w%-_%.]+=*)%s*$")
  if not scheme or not find(scheme, "^[Bb][Ee][Aa][Rr][Ee][Rr]$") then
    return false
  end
  return token
end

--- @treturn table|nil the parsed token: header and claims are tables
function M.parse(text)
  -- jwt_parser raises errors at some texts that are no JWT.
  local ok, token = pcall(jwt_parser.new, jwt_parser, text)
  if not ok or type(token) ~= "table" or type(token.header) ~= "table" or type(token.claims) ~= "table" then
    return nil
  end
  return token
end

--- The verified token of the call, where Kong's jwt and partner-token leave it.
-- @treturn table|nil
function M.verified()
  local text = kong.ctx.shared.authenticated_jwt_token
  return type(text) == "string" and M.parse(text) or nil
end

return M
