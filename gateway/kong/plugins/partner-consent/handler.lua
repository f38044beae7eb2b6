--- Authorizes a call with a verified token: scopes, purpose, user context, consent. See README.md.
local live_consent = require "kong.plugins.partner-consent.live_consent"
local notes = require "kong.plugins.partner-common.notes"
local operations = require "kong.plugins.partner-common.operations"
local refusal = require "kong.plugins.partner-common.refusal"
local rights = require "kong.plugins.partner-consent.rights"
local subject_hash = require "kong.plugins.partner-consent.subject_hash"
local tags = require "kong.plugins.partner-common.tags"
local token = require "kong.plugins.partner-common.token"
local token_subject = require "kong.plugins.partner-consent.token_subject"

local kong, ngx = kong, ngx
local date = os.date
local ipairs = ipairs

local Consent = {
  VERSION = "0.1.0",
  PRIORITY = 940,
}

--- The verified token of the call; nil if no token was verified.
local function verified_token(conf)
  if conf.token.source == "context" then
    return token.verified()
  end
  for _, name in ipairs(conf.token.refused_headers) do
    if kong.request.get_header(name) then
      return nil
    end
  end
  local text = kong.client.get_credential() and token.bearer()
  return text and token.parse(text) or nil
end

--- Whether the token was issued to the caller and its subject is valid. A token that the partner signed names its client in 'iss', which
-- is compared when the token is verified.
local function is_token_of_caller(conf, claims, consumer)
  return token_subject.is_valid(claims) and (conf.rights == "grants" or claims[conf.client_claim] == consumer.custom_id)
end

--- The grant of the application on this API that is active today.
local function active_grant(conf, consumer)
  local grant = tags.of(consumer).grants[conf.api]
  return grant and tags.is_active(grant, date("!%Y-%m-%d", ngx.time())) and grant or nil
end

--- Records a fact for later plugins and the access log.
local function record(name, value)
  notes.get()[name] = value
  kong.log.set_serialize_value(name, value)
end

--- Refuses the call unless the user has consented. The failure mode is for a consent service that is unavailable. It does not apply to a
-- token with which consent cannot be checked; otherwise a caller could skip the check by choosing such a token.
local function check_consent(conf, query)
  local granted, err, is_token_unusable = live_consent.check(conf.live, query)
  if granted then
    return
  elseif granted == false then
    return refusal.forbidden("The user's consent does not cover this request.")
  end
  local open = conf.live.failure == "open" and not is_token_unusable
  kong.log.err("consent could not be checked; the call is ", open and "let through: " or "refused: ", err)
  if open then
    return
  elseif is_token_unusable then
    return refusal.forbidden("The user's consent cannot be checked with this access token.")
  end
  return refusal.unavailable()
end

function Consent:access(conf)
  local consumer, parsed = kong.client.get_consumer(), verified_token(conf)
  if not consumer or not parsed or not is_token_of_caller(conf, parsed.claims, consumer) then
    return refusal.unauthenticated(parsed ~= nil)
  end
  local claims = parsed.claims
  local operation = operations.find(conf.operations)
  if not operation then
    return refusal.forbidden("This operation is not available.")
  end
  local grant = active_grant(conf, consumer)
  if not grant then
    return refusal.forbidden("The application has no active subscription to this API.")
  end
  local token_scopes = conf.rights == "token-and-grants" and rights.scopes_of_token(claims) or nil
  local scopes, err = rights.scopes(operation, token_scopes, grant)
  if not scopes then
    return refusal.forbidden(err)
  end
  record("scopes", scopes)
  local purpose
  purpose, err = rights.purpose(conf.purpose, token_scopes, grant)
  if err then
    return refusal.forbidden(err)
  end
  record("purpose", purpose)
  local is_three_legged = token_subject.is_three_legged(conf, claims, consumer.custom_id)
  if conf.user_context ~= "any" and is_three_legged ~= (conf.user_context == "three-legged") then
    local binding = is_three_legged and "not bound" or "bound"
    return refusal.forbidden("This API requires an access token that is " .. binding .. " to a user.")
  end
  if not is_three_legged then
    return
  end
  local subject = token_subject.user(conf, claims, consumer.custom_id)
  record("subject_hash", subject_hash.of(conf, subject))
  if conf.live.source ~= "none" then
    return check_consent(conf, {
      client = consumer.custom_id, subject = subject, scopes = scopes, purpose = purpose,
      token = parsed.token, token_scopes = token_scopes,
    })
  end
end

return Consent
