--- Reads tokens. Never raises an error.
local jwt_parser = require "kong.plugins.jwt.jwt_parser"
local lrucache = require "resty.lrucache"

local kong = kong
local find, match = string.find, string.match
local min, pcall, type = math.min, pcall, type

local M = {}

--- The bearer token of the call; nil if there is no Authorization header, false if there are several or it is malformed.
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

-- By the length of the last group: the final characters whose unused bits are zero. A group of one character is invalid.
local LAST_CHARACTER = { [0] = "[%w%-_]$", [2] = "[AQgw]$", [3] = "[AEIMQUYcgkosw048]$" }

--- Whether a text is base64url in the only form that RFC 7515 allows: without padding, white space or non-zero unused bits. Otherwise
-- the same signed token could be written in several ways.
local function is_canonical(text)
  local last_character = LAST_CHARACTER[#text % 4]
  return last_character ~= nil and find(text, last_character) ~= nil and not find(text, "[^%w%-_]")
end

--- Whether a text consists of three such parts separated by dots.
local function is_compact(text)
  local header, claims, signature = match(text, "^([^.]+)%.([^.]+)%.([^.]+)$")
  return header ~= nil and is_canonical(header) and is_canonical(claims) and is_canonical(signature)
end

-- Verified tokens by their full text, since clients send the same token many times. Only the parsed token is cached, never the decision
-- to accept it: time, audience, certificate and consumer are checked on every call.
local CACHE_SIZE, MAX_CACHED_BYTES = 1000, 8192
local cache = lrucache.new(CACHE_SIZE)

--- Caches a parsed token whose signature is valid, for an hour at most.
-- @tparam table token as returned by M.parse
-- @tparam number seconds until it expires
function M.remember(token, seconds)
  if seconds > 0 and #token.token <= MAX_CACHED_BYTES then
    cache:set(token.token, token, min(seconds, 3600))
  end
end

--- Parses a token. May return the same table for the same text, so callers must not modify it.
-- @treturn table|nil {token, header, claims, signature, …}; header and claims are tables
function M.parse(text)
  local cached = cache:get(text)
  if cached then
    return cached
  elseif not is_compact(text) then
    return nil
  end
  -- jwt_parser raises an error on some texts that are not JWTs.
  local ok, token = pcall(jwt_parser.new, jwt_parser, text)
  if not ok or type(token) ~= "table" or type(token.header) ~= "table" or type(token.claims) ~= "table" then
    return nil
  end
  return token
end

--- The verified token of the call, as left by Kong's jwt or partner-token.
-- @treturn table|nil
function M.verified()
  local text = kong.ctx.shared.authenticated_jwt_token
  return type(text) == "string" and M.parse(text) or nil
end

return M
