--- Says what a verified token may be used for: scopes, purpose, user, consent. See README.md.
local live = require "kong.plugins.partner-consent.live"
local notes = require "kong.plugins.partner-common.notes"
local operations = require "kong.plugins.partner-common.operations"
local refusal = require "kong.plugins.partner-common.refusal"
local rights = require "kong.plugins.partner-consent.rights"
local subject_hash = require "kong.plugins.partner-consent.subject_hash"
local tags = require "kong.plugins.partner-common.tags"
local token = require "kong.plugins.partner-common.token"
local user = require "kong.plugins.partner-consent.user"

local kong, ngx = kong, ngx
local date = os.date
local ipairs = ipairs

local Consent = {
  VERSION = "0.1.0",
  PRIORITY = 940,
}

--- The verified token of the call; nil where nobody verified one.
local function verified(conf)
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

--- Whether the token is the caller's, and can be read. A token that the partner signed names its client in 'iss', which is compared
-- where it is verified.
local function fits(conf, claims, consumer)
  return user.is_readable(claims) and (conf.rights == "grants" or claims[conf.client_claim] == consumer.custom_id)
end

--- What the application was granted on this API today.
local function grant_of(conf, consumer)
  local grant = tags.of(consumer).grants[conf.api]
  return grant and tags.holds(grant, date("!%Y-%m-%d", ngx.time())) and grant or nil
end

--- Leaves for later plugins and the access log what was found out.
local function note(name, value)
  notes.get()[name] = value
  kong.log.set_serialize_value(name, value)
end

--- Refuses the call unless the user's consent holds. What the policy says of a service that is away does not hold for a token with
-- which nobody can be asked: else the caller would choose, by its token, whether anybody is.
local function check_consent(conf, asked)
  local granted, err, by_token = live.holds(conf.live, asked)
  if granted then
    return
  elseif granted == false then
    return refusal.forbidden("The user's consent does not cover this call.")
  end
  local open = conf.live.failure == "open" and not by_token
  kong.log.err("there is no answer about consent, so the call is ", open and "let through: " or "refused: ", err)
  if open then
    return
  elseif by_token then
    return refusal.forbidden("This access token cannot be used to ask for the user's consent.")
  end
  return refusal.unavailable()
end

function Consent:access(conf)
  local consumer, parsed = kong.client.get_consumer(), verified(conf)
  if not consumer or not parsed or not fits(conf, parsed.claims, consumer) then
    return refusal.unauthenticated(parsed ~= nil)
  end
  local claims = parsed.claims
  local operation = operations.find(conf.operations)
  if not operation then
    return refusal.forbidden("There is no such operation.")
  end
  local grant = grant_of(conf, consumer)
  if not grant then
    return refusal.forbidden("The application has no subscription of this API that holds today.")
  end
  local carried = conf.rights == "token-and-grants" and rights.of_token(claims) or nil
  local scopes, err = rights.scopes(operation, carried, grant)
  if not scopes then
    return refusal.forbidden(err)
  end
  note("scopes", scopes)
  local purpose
  purpose, err = rights.purpose(conf.purpose, carried, grant)
  if err then
    return refusal.forbidden(err)
  end
  note("purpose", purpose)
  local three_legged = user.is_behind(conf, claims, consumer.custom_id)
  if conf.user_context ~= "any" and three_legged ~= (conf.user_context == "three-legged") then
    local bound = three_legged and "not bound" or "bound"
    return refusal.forbidden("This API needs an access token that is " .. bound .. " to a user.")
  end
  if not three_legged then
    return
  end
  local subject = user.subject(conf, claims, consumer.custom_id)
  note("subject_hash", subject_hash.of(conf, subject))
  if conf.live.source ~= "none" then
    return check_consent(conf, {
      client = consumer.custom_id, subject = subject, scopes = scopes, purpose = purpose,
      token = parsed.token, carried = carried,
    })
  end
end

return Consent
