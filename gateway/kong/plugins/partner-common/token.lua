--- Reads tokens, without ever raising an error.
local jwt_parser = require "kong.plugins.jwt.jwt_parser"
local lrucache = require "resty.lrucache"

local kong = kong
local find, match = string.find, string.match
local min, pcall, type = math.min, pcall, type

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

-- By the length of the last group of characters, which last ones leave no bit over that is not zero. One character is no group.
local LAST = { [0] = "[%w%-_]$", [2] = "[AQgw]$", [3] = "[AEIMQUYcgkosw048]$" }

--- Whether a text is base64url in the one form that RFC 7515 allows: no padding, no white space, no bits left over. Otherwise one
-- signed token could be written in several ways.
local function is_canonical(text)
  local last = LAST[#text % 4]
  return last ~= nil and find(text, last) ~= nil and not find(text, "[^%w%-_]")
end

--- Whether a text is three such parts with dots between them.
local function is_compact(text)
  local header, claims, signature = match(text, "^([^.]+)%.([^.]+)%.([^.]+)$")
  return header ~= nil and is_canonical(header) and is_canonical(claims) and is_canonical(signature)
end

-- Tokens that were verified, by their whole text: a client sends the same one again and again. Only what is read is remembered, never
-- that it holds: time, audience, certificate and consumer are looked at on every call.
local MOST, LONGEST = 1000, 8192
local known = lrucache.new(MOST)

--- Remembers what was read of a token that is signed by whom it has to be, until its end or for an hour at most.
-- @tparam table token of M.parse
-- @tparam number seconds
function M.remember(token, seconds)
  if seconds > 0 and #token.token <= LONGEST then
    known:set(token.token, token, min(seconds, 3600))
  end
end

--- Reads a token. The same table may come again for the same text: nobody writes to it but who verifies signatures.
-- @treturn table|nil the parsed token: header and claims are tables
function M.parse(text)
  local before = known:get(text)
  if before then
    return before
  elseif not is_compact(text) then
    return nil
  end
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
