--- Asks for the user's consent at the time of the call.
local cjson = require "cjson.safe"
local digest = require "resty.openssl.digest"
local fetch = require "kong.plugins.partner-common.fetch"
local status_info = require "kong.plugins.partner-consent.status_info"
local to_hex = require("resty.string").to_hex

local kong, ngx = kong, ngx
local huge, min = math.huge, math.min

local M = {}

local MAX_BYTES = 65536
local NO_ANSWER_S = 1

--- Whom to ask: with a token that cannot be used at a Consent Info API, the operator's endpoint where there is one.
local function target_of(live, asked)
  local otherwise = live.otherwise
  if live.source == "consent-info" and not asked.carried[live.scope] and otherwise and otherwise.source == "operator" then
    return otherwise
  end
  return live
end

local function request_of(target, asked)
  if target.source == "consent-info" then
    return "Bearer " .. asked.token, { scopes = asked.scopes, purpose = asked.purpose, requestCaptureUrl = false }
  end
  return target.authorization,
    { client = asked.client, subject = asked.subject, scopes = asked.scopes, purpose = asked.purpose }
end

--- Whether a status says that this question is answered by no: not for these scopes, this purpose, this user. With 401 it says so
-- of the caller's token; of the gateway's own credentials it says nothing about the user.
local function refuses(target, status)
  return status == 403 or status == 422 or (status == 401 and target.source == "consent-info")
end

--- @treturn table {granted, ends} or, where there is no answer, {err}
local function ask(live, target, asked)
  local authorization, body = request_of(target, asked)
  local answer, err = fetch.request(target.url, {
    method = "POST",
    headers = { Authorization = authorization, ["Content-Type"] = "application/json", Accept = "application/json" },
    body = cjson.encode(body),
    connect_timeout_ms = live.timeout_ms,
    read_timeout_ms = live.timeout_ms,
    total_timeout_ms = live.timeout_ms,
    max_bytes = MAX_BYTES,
    verify_tls = live.verify_tls,
  })
  if not answer then
    return { err = err }
  elseif answer.status == 200 then
    local granted, ends = status_info.read(answer.body, asked, ngx.now())
    return { granted = granted, ends = ends, err = granted == nil and "the answer is not in CAMARA's form" or nil }
  elseif refuses(target, answer.status) then
    return { granted = false }
  end
  return { err = "status " .. answer.status }
end

--- For Kong's cache. An error as second result would let it answer with what was before. That there is no answer is remembered for a
-- moment, for the calls that wait for the same: otherwise they would wait for one time-out after the other.
local function load(live, target, asked)
  local found, now = ask(live, target, asked), ngx.now()
  local kept = found.granted == nil and NO_ANSWER_S or live.cache_s
  found.ends = min(now + kept, found.ends or huge)
  return found, nil, found.ends - now
end

--- A key that tells nothing about the user.
local function key_of(target, asked)
  local parts = cjson.encode({ target.source, target.url, asked.client, asked.subject, asked.purpose, asked.scopes })
  return "gatewright:consent:" .. to_hex(digest.new("sha256"):final(parts))
end

--- Why the consent cannot be asked for at all.
-- @treturn string|nil
-- @treturn boolean whether the token is the reason
local function missing(live, target, asked)
  if not asked.subject then
    return "the access token names no subject", true
  elseif target.source == "consent-info" and not asked.carried[live.scope] then
    return "the access token lacks the scope " .. live.scope, true
  elseif not asked.purpose or #asked.scopes == 0 then
    return "there is no purpose or scope to ask about", false
  elseif target.authorization == "" then
    return "the reference to the endpoint's credentials is empty", false
  end
end

--- Whether the user's consent holds.
-- @tparam table live the config's `live`
-- @tparam table asked {client, subject, scopes, purpose, token, carried}; `carried` are the token's scopes
-- @treturn boolean|nil nil where there is no answer
-- @treturn nil|string why there is none
-- @treturn nil|boolean whether the token is the reason
function M.holds(live, asked)
  local target = target_of(live, asked)
  local err, by_token = missing(live, target, asked)
  if err then
    return nil, err, by_token
  end
  local found
  if live.cache_s > 0 then
    found, err = kong.cache:get(key_of(target, asked), { ttl = live.cache_s }, load, live, target, asked)
    if err then
      return nil, err
    end
  end
  -- While another call asks for long, Kong's cache answers with what has ended.
  if not found or (found.ends and found.ends <= ngx.now()) then
    found = ask(live, target, asked)
  end
  return found.granted, found.err
end

return M
