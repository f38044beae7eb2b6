--- Says who is calling: verifies access tokens of an identity provider, or completes Kong's jwt for tokens that partners sign. See
-- README.md.
local binding = require "kong.plugins.partner-common.binding"
local caller_headers = require "kong.plugins.partner-common.caller_headers"
local claims = require "kong.plugins.partner-token.claims"
local client = require "kong.plugins.partner-token.client"
local issuer_keys = require "kong.plugins.partner-token.issuer_keys"
local key_set = require "kong.plugins.partner-token.key_set"
local refusal = require "kong.plugins.partner-common.refusal"
local token = require "kong.plugins.partner-common.token"
local unreadable = require "kong.plugins.partner-token.unreadable"

local kong, ngx = kong, ngx
local setmetatable = setmetatable

local Token = {
  VERSION = "0.1.0",
  PRIORITY = 1440,
}

local inline_keys = setmetatable({}, { __mode = "k" })

--- Whether the token is signed by the issuer; nil where its keys cannot be had.
local function is_signed(conf, parsed)
  if conf.keys.source == "jwks" then
    return issuer_keys.verify(conf.keys, parsed)
  end
  inline_keys[conf] = inline_keys[conf] or key_set.inline(conf.keys.public_keys)
  return key_set.verify(inline_keys[conf], parsed) == true
end

--- Everything but the signature, which is dearer.
local function holds(conf, parsed)
  return parsed
    and claims.header_holds(conf, parsed.header)
    and parsed.claims.iss == conf.issuer
    and claims.audience_holds(conf, parsed.claims)
    and claims.time_holds(conf, parsed.claims, ngx.time())
    and claims.is_client(parsed.claims[conf.client_claim])
end

--- Whether the token is carried by whom it was issued to. A token that is bound to a certificate is no bearer token anywhere, whether or
-- not the API asks for certificates (RFC 8705, section 3).
local function is_presented(parsed)
  local ok, problem = binding.holds(parsed.claims)
  if not ok then
    kong.log.notice("the token is refused: ", problem)
  end
  return ok
end

local function of_issuer(conf)
  local text = token.bearer()
  local parsed = text and token.parse(text)
  if not holds(conf, parsed) then
    return refusal.unauthenticated(text ~= nil)
  end
  local signed = is_signed(conf, parsed)
  if signed == nil then
    return refusal.unavailable()
  elseif not signed or not is_presented(parsed) then
    return refusal.unauthenticated(true)
  end
  local name = parsed.claims[conf.client_claim]
  local consumer, err = client.consumer(conf, name)
  if err then
    kong.log.err("the caller's consumer cannot be looked up: ", err)
    return refusal.unavailable()
  elseif not consumer then
    return refusal.unauthenticated(true)
  end
  client.authenticate(consumer, name, text)
  token.remember(parsed, parsed.claims.exp + conf.clock_skew_s - ngx.time())
end

--- Kong's jwt has verified signature and time; it looks at neither 'iss' nor 'aud', and takes an 'exp' that is no number to JSON, NaN,
-- for one that lies ahead, but not too far.
local function of_partner(conf)
  local consumer = kong.client.get_consumer()
  local parsed = kong.client.get_credential() and token.verified()
  if not consumer or not parsed then
    return refusal.unauthenticated(false)
  end
  if
    not claims.header_holds(conf, parsed.header)
    or parsed.claims.iss == nil
    or parsed.claims.iss ~= consumer.custom_id
    or not claims.audience_holds(conf, parsed.claims)
    or not claims.is_time(parsed.claims.exp)
    or not is_presented(parsed)
  then
    return refusal.unauthenticated(true)
  end
  token.remember(parsed, parsed.claims.exp - ngx.time())
end

-- What Kong's jwt has written, in mode 'partner'.
local OF_JWT = {
  ["x-consumer-id"] = true, ["x-consumer-custom-id"] = true, ["x-consumer-username"] = true, ["x-credential-identifier"] = true,
}

function Token:access(conf)
  if not caller_headers.clear(conf.mode == "partner" and OF_JWT or nil) then
    return refusal.exit(400, "INVALID_ARGUMENT", "The request has too many headers.")
  end
  if conf.mode == "idp" then
    return of_issuer(conf)
  end
  return of_partner(conf)
end

--- Kong's jwt throws at some tokens that are none, which becomes a 500: the answer is 401, as for any other bad token.
function Token:header_filter(conf)
  if
    conf.mode == "partner"
    and kong.response.get_status() == 500
    and kong.response.get_source() == "error"
    and not kong.client.get_credential()
    and unreadable.is(token.bearer())
  then
    kong.response.set_status(401)
    kong.response.set_header("WWW-Authenticate", 'Bearer error="invalid_token"')
  end
end

return Token
