--- The issuer's keys: fetched, cached by Kong, refreshed before they expire, and kept longer if the issuer is unavailable.
local fetch = require "kong.plugins.partner-common.fetch"
local key_set = require "kong.plugins.partner-token.key_set"

local kong, ngx = kong, ngx
local min = math.min

local M = {}

local FIRST_RETRY_S = 5
-- By issuer: when this worker may start its next background refresh, and the fetch time of the expired set that could not be replaced.
local next_refresh, not_replaced = {}, {}

local function fetch_keys(conf, retry_s)
  local response, err = fetch.request(conf.uri, conf)
  local keys = response and response.status == 200 and key_set.parse(response.body)
  if keys then
    return { keys = keys, fetched_at = ngx.now() }
  end
  err = err or (response.status == 200 and "the response has no usable key" or "status " .. response.status)
  kong.log.err("failed to fetch the issuer's keys: ", err)
  return { fetched_at = ngx.now() }, nil, retry_s
end

--- The name of a cached set. Keys that were fetched without verifying the certificate are never used where it is verified.
local function name_of(conf)
  return (conf.verify_tls and "verified:" or "unverified:") .. conf.uri
end

--- The result of the latest fetch. Limited to one fetch per interval and node, however many calls and key IDs cause it.
-- @tparam number retry_s how long a failed fetch is cached
local function latest_fetch(conf, retry_s)
  local key = "gatewright:jwks-fetch:" .. name_of(conf)
  return kong.cache:get(key, { ttl = conf.unknown_kid_interval_s }, fetch_keys, conf, retry_s)
end

local function set_key(conf)
  return "gatewright:jwks:" .. name_of(conf)
end

local function load_set(conf)
  -- Every call is refused without keys, so retry sooner.
  local latest = latest_fetch(conf, min(FIRST_RETRY_S, conf.unknown_kid_interval_s))
  if not latest or not latest.keys then
    -- Not an error, since Kong's cache would answer an error with an expired set.
    return nil, nil, -1
  end
  return latest
end

--- The set in use; nil if none has been fetched yet.
local function current_set(conf)
  return kong.cache:get(set_key(conf), { ttl = conf.cache_s + conf.keep_s }, load_set, conf)
end

--- Replaces the set by the latest fetch if that is newer.
local function replace(conf, set)
  local latest = latest_fetch(conf, conf.unknown_kid_interval_s)
  if not latest or not latest.keys or latest.fetched_at <= set.fetched_at then
    return set
  end
  kong.cache:invalidate_local(set_key(conf))
  return current_set(conf) or set
end

local function replace_in_background(premature, conf, set)
  if not premature then
    replace(conf, set)
  end
end

--- Fetches a new set when the current one expires; the call waits for it. Before that, and after one failure, it fetches in the
-- background, at most once per interval and worker, so that calls do not wait for an issuer that is unavailable.
local function refresh(conf, set)
  local now, name = ngx.now(), name_of(conf)
  local age = now - set.fetched_at
  if age < conf.cache_s - conf.refresh_before_s then
    return set
  end
  if age >= conf.cache_s and not_replaced[name] ~= set.fetched_at then
    local latest = replace(conf, set)
    not_replaced[name] = latest == set and set.fetched_at or nil
    return latest
  end
  if now >= (next_refresh[name] or 0) then
    next_refresh[name] = now + conf.unknown_kid_interval_s
    ngx.timer.at(0, replace_in_background, conf, set)
  end
  return set
end

--- Whether a key of the issuer verifies a token.
-- @treturn boolean|nil nil if no keys are available
function M.verify(conf, token)
  local set = current_set(conf)
  if not set then
    kong.log.err("no keys of the issuer are available")
    return nil
  end
  set = refresh(conf, set)
  local verified = key_set.verify(set.keys, token)
  if verified == nil then
    -- The key ID is unknown; the issuer may have published a new key.
    verified = key_set.verify(replace(conf, set).keys, token)
  end
  return verified == true
end

return M
