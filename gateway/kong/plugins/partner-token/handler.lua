--- Authenticates the caller: verifies access tokens of an identity provider, or adds the checks that Kong's jwt lacks to tokens that
-- partners sign. See README.md.
local binding = require "kong.plugins.partner-common.binding"
local caller_headers = require "kong.plugins.partner-common.caller_headers"
local claims = require "kong.plugins.partner-token.claims"
local client = require "kong.plugins.partner-token.client"
local issuer_keys = require "kong.plugins.partner-token.issuer_keys"
local key_set = require "kong.plugins.partner-token.key_set"
local refusal = require "kong.plugins.partner-common.refusal"
local token = require "kong.plugins.partner-common.token"
local unparsable = require "kong.plugins.partner-token.unparsable"

local kong, ngx = kong, ngx
local setmetatable = setmetatable

local Token = {
  VERSION = "0.1.0",
  PRIORITY = 1440,
}

local inline_keys = setmetatable({}, { __mode = "k" })

--- Whether the issuer signed the token; nil if its keys are unavailable.
local function is_signed(conf, parsed)
  if conf.keys.source == "jwks" then
    return issuer_keys.verify(conf.keys, parsed)
  end
  inline_keys[conf] = inline_keys[conf] or key_set.from_config(conf.keys.public_keys)
  return key_set.verify(inline_keys[conf], parsed) == true
end

--- Whether everything but the signature is valid. Verifying the signature costs more, so it comes later.
local function is_acceptable(conf, parsed)
  return parsed
    and claims.is_header_valid(conf, parsed.header)
    and parsed.claims.iss == conf.issuer
    and claims.is_audience_valid(conf, parsed.claims)
    and claims.is_time_valid(conf, parsed.claims, ngx.time())
    and claims.is_client_id(parsed.claims[conf.client_claim])
end

--- Whether the caller may present the token. A token that is bound to a certificate is never a bearer token, even on APIs that do not
-- require certificates (RFC 8705, section 3).
local function is_binding_valid(parsed)
  local ok, reason = binding.check(parsed.claims)
  if not ok then
    kong.log.notice("the token is refused: ", reason)
  end
  return ok
end

local function authenticate_idp_token(conf)
  local text = token.bearer()
  local parsed = text and token.parse(text)
  if not is_acceptable(conf, parsed) then
    return refusal.unauthenticated(text ~= nil)
  end
  local signed = is_signed(conf, parsed)
  if signed == nil then
    return refusal.unavailable()
  elseif not signed or not is_binding_valid(parsed) then
    return refusal.unauthenticated(true)
  end
  local client_id = parsed.claims[conf.client_claim]
  local consumer, err = client.find_consumer(conf, client_id)
  if err then
    kong.log.err("failed to look up the caller's consumer: ", err)
    return refusal.unavailable()
  elseif not consumer then
    return refusal.unauthenticated(true)
  end
  client.authenticate(consumer, client_id, text)
  token.remember(parsed, parsed.claims.exp + conf.clock_skew_s - ngx.time())
end

--- Kong's jwt has already verified signature and times. It checks neither 'iss' nor 'aud', and accepts NaN as 'exp', which is not valid
-- JSON and never expires.
local function check_partner_token(conf)
  local consumer = kong.client.get_consumer()
  local parsed = kong.client.get_credential() and token.verified()
  if not consumer or not parsed then
    return refusal.unauthenticated(false)
  end
  if
    not claims.is_header_valid(conf, parsed.header)
    or parsed.claims.iss == nil
    or parsed.claims.iss ~= consumer.custom_id
    or not claims.is_audience_valid(conf, parsed.claims)
    or not claims.is_time(parsed.claims.exp)
    or not is_binding_valid(parsed)
  then
    return refusal.unauthenticated(true)
  end
  token.remember(parsed, parsed.claims.exp - ngx.time())
end

-- Headers that Kong's jwt has already written, in mode 'partner'.
local JWT_HEADERS = {
  ["x-consumer-id"] = true, ["x-consumer-custom-id"] = true, ["x-consumer-username"] = true, ["x-credential-identifier"] = true,
}

function Token:access(conf)
  if not caller_headers.clear(conf.mode == "partner" and JWT_HEADERS or nil) then
    return refusal.exit(400, "INVALID_ARGUMENT", "The request has too many headers.")
  end
  if conf.mode == "idp" then
    return authenticate_idp_token(conf)
  end
  return check_partner_token(conf)
end

--- Kong's jwt raises an error on some malformed tokens, which results in a 500. Changes it to 401, as for any other invalid token.
function Token:header_filter(conf)
  if
    conf.mode == "partner"
    and kong.response.get_status() == 500
    and kong.response.get_source() == "error"
    and not kong.client.get_credential()
    and unparsable.is_unparsable(token.bearer())
  then
    kong.response.set_status(401)
    kong.response.set_header("WWW-Authenticate", 'Bearer error="invalid_token"')
  end
end

return Token
