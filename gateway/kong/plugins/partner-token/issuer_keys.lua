--- The issuer's keys: fetched, kept in Kong's cache, fetched again before they end, and kept on when the issuer is away.
local fetch = require "kong.plugins.partner-common.fetch"
local key_set = require "kong.plugins.partner-token.key_set"

local kong, ngx = kong, ngx
local min = math.min

local M = {}

local FIRST_RETRY_S = 5
-- By issuer: when this worker fetches again beside its calls, and of when the set is that could not be replaced.
local next_refresh, not_replaced = {}, {}

local function fetch_keys(conf, retry_s)
  local answer, err = fetch.request(conf.uri, conf)
  local keys = answer and answer.status == 200 and key_set.read(answer.body)
  if keys then
    return { keys = keys, fetched = ngx.now() }
  end
  err = err or (answer.status == 200 and "no key in it can be used" or "status " .. answer.status)
  kong.log.err("the issuer's keys cannot be fetched: ", err)
  return { fetched = ngx.now() }, nil, retry_s
end

--- What is fetched without a look at the certificate is not used where it is looked at.
local function name_of(conf)
  return (conf.verify_tls and "verified:" or "unverified:") .. conf.uri
end

--- The latest fetch. There is one per interval and node, however many calls and keys ask for it.
-- @tparam number retry_s when a fetch that failed is repeated
local function attempt(conf, retry_s)
  local key = "gatewright:jwks-fetch:" .. name_of(conf)
  return kong.cache:get(key, { ttl = conf.unknown_kid_interval_s }, fetch_keys, conf, retry_s)
end

local function set_key(conf)
  return "gatewright:jwks:" .. name_of(conf)
end

local function first_set(conf)
  -- Without keys every call is refused, so this is tried more often.
  local latest = attempt(conf, min(FIRST_RETRY_S, conf.unknown_kid_interval_s))
  if not latest or not latest.keys then
    -- No error: for one, Kong's cache would bring back a set that has ended.
    return nil, nil, -1
  end
  return latest
end

--- The set that is used; nil where none could be fetched yet.
local function current(conf)
  return kong.cache:get(set_key(conf), { ttl = conf.cache_s + conf.keep_s }, first_set, conf)
end

--- Puts the latest fetch in the place of the set, if it is newer.
local function renew(conf, set)
  local latest = attempt(conf, conf.unknown_kid_interval_s)
  if not latest or not latest.keys or latest.fetched <= set.fetched then
    return set
  end
  kong.cache:invalidate_local(set_key(conf))
  return current(conf) or set
end

local function renew_beside(premature, conf, set)
  if not premature then
    renew(conf, set)
  end
end

--- Fetches again when the set ends: the call waits for it. Before that, and after it has failed once, it is done beside the calls, at
-- most once per interval and worker: nobody waits for an issuer that is away.
local function refresh(conf, set)
  local now, name = ngx.now(), name_of(conf)
  local age = now - set.fetched
  if age < conf.cache_s - conf.refresh_before_s then
    return set
  end
  if age >= conf.cache_s and not_replaced[name] ~= set.fetched then
    local latest = renew(conf, set)
    not_replaced[name] = latest == set and set.fetched or nil
    return latest
  end
  if now >= (next_refresh[name] or 0) then
    next_refresh[name] = now + conf.unknown_kid_interval_s
    ngx.timer.at(0, renew_beside, conf, set)
  end
  return set
end

--- Whether a key of the issuer verifies a token.
-- @treturn boolean|nil nil where there are no keys at all to look at
function M.verify(conf, token)
  local set = current(conf)
  if not set then
    kong.log.err("there are no keys of the issuer: none could be fetched")
    return nil
  end
  set = refresh(conf, set)
  local verified = key_set.verify(set.keys, token)
  if verified == nil then
    -- An unknown key: perhaps the issuer has a new one.
    verified = key_set.verify(renew(conf, set).keys, token)
  end
  return verified == true
end

return M
