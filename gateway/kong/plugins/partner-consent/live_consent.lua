--- Checks the user's consent at the time of the call.
local cjson = require "cjson.safe"
local digest = require "resty.openssl.digest"
local fetch = require "kong.plugins.partner-common.fetch"
local status_info = require "kong.plugins.partner-consent.status_info"
local to_hex = require("resty.string").to_hex

local kong, ngx = kong, ngx
local huge, min = math.huge, math.min

local M = {}

local MAX_BYTES = 65536
local FAILURE_TTL_S = 1

--- The service to query. If the token cannot be used at a Consent Info API, that is the operator's endpoint, if one is configured.
local function target_of(live, query)
  local fallback = live.otherwise
  if live.source == "consent-info" and not query.token_scopes[live.scope] and fallback and fallback.source == "operator" then
    return fallback
  end
  return live
end

local function request_of(target, query)
  if target.source == "consent-info" then
    return "Bearer " .. query.token, { scopes = query.scopes, purpose = query.purpose, requestCaptureUrl = false }
  end
  return target.authorization,
    { client = query.client, subject = query.subject, scopes = query.scopes, purpose = query.purpose }
end

--- Whether a status denies consent for these scopes, this purpose and this user. A 401 denies it if the request carried the caller's
-- token. If it carried the gateway's own credentials, a 401 says nothing about the user.
local function denies(target, status)
  return status == 403 or status == 422 or (status == 401 and target.source == "consent-info")
end

--- @treturn table {granted, expires_at}, or {err} if the check failed
local function query_service(live, target, query)
  local authorization, body = request_of(target, query)
  local response, err = fetch.request(target.url, {
    method = "POST",
    headers = { Authorization = authorization, ["Content-Type"] = "application/json", Accept = "application/json" },
    body = cjson.encode(body),
    connect_timeout_ms = live.timeout_ms,
    read_timeout_ms = live.timeout_ms,
    total_timeout_ms = live.timeout_ms,
    max_bytes = MAX_BYTES,
    verify_tls = live.verify_tls,
  })
  if not response then
    return { err = err }
  elseif response.status == 200 then
    local granted, expires_at = status_info.read(response.body, query, ngx.now())
    local format_err = granted == nil and "the response is not in CAMARA's format" or nil
    return { granted = granted, expires_at = expires_at, err = format_err }
  elseif denies(target, response.status) then
    return { granted = false }
  end
  return { err = "status " .. response.status }
end

--- Loader for Kong's cache. Never returns an error as its second result, since the cache would then return an expired value. Caches a
-- failure briefly, so that calls that wait for the same result do not run into one time-out after the other.
local function load(live, target, query)
  local result, now = query_service(live, target, query), ngx.now()
  local ttl_s = result.granted == nil and FAILURE_TTL_S or live.cache_s
  result.expires_at = min(now + ttl_s, result.expires_at or huge)
  return result, nil, result.expires_at - now
end

--- The cache key: a hash, so that it does not reveal the user.
local function key_of(target, query)
  local parts = cjson.encode({ target.source, target.url, query.client, query.subject, query.purpose, query.scopes })
  return "gatewright:consent:" .. to_hex(digest.new("sha256"):final(parts))
end

--- Why consent cannot be checked at all.
-- @treturn string|nil
-- @treturn boolean whether the token is the reason
local function obstacle(live, target, query)
  if not query.subject then
    return "the access token has no subject that identifies a user", true
  elseif target.source == "consent-info" and not query.token_scopes[live.scope] then
    return "the access token lacks the scope " .. live.scope, true
  elseif not query.purpose or #query.scopes == 0 then
    return "the call has no purpose or no scope to check", false
  elseif target.authorization == "" then
    return "the endpoint's credentials are empty", false
  end
end

--- Whether the user has consented.
-- @tparam table live the config's `live`
-- @tparam table query {client, subject, scopes, purpose, token, token_scopes}
-- @treturn boolean|nil nil if consent could not be checked
-- @treturn nil|string why not
-- @treturn nil|boolean whether the token is the reason
function M.check(live, query)
  local target = target_of(live, query)
  local err, is_token_unusable = obstacle(live, target, query)
  if err then
    return nil, err, is_token_unusable
  end
  local result
  if live.cache_s > 0 then
    result, err = kong.cache:get(key_of(target, query), { ttl = live.cache_s }, load, live, target, query)
    if err then
      return nil, err
    end
  end
  -- If another call has been loading the value for long, Kong's cache returns an expired one.
  if not result or (result.expires_at and result.expires_at <= ngx.now()) then
    result = query_service(live, target, query)
  end
  return result.granted, result.err
end

return M
