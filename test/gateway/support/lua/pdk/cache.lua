-- kong.cache: values by key. One caller loads a value while the others wait. Values are kept for `ttl` seconds (0: forever), nil for
-- `neg_ttl`; the loader's third result overrides these, and if it is negative, the value is not cached. As in Kong, an expired value is
-- returned for 30 more seconds if the loader fails, and at once if another caller has been loading for longer than callers wait.
local standin = ...
local strict, state = standin("strict"), standin("state")

local DEFAULT_TTL = 0
local RESURRECT_TTL = 30
local LOCK_WAIT_S = 5

local function load_value(key, opts, loader, ...)
  local ok, value, err, ttl = pcall(loader, ...)
  if not ok then return nil, "callback threw an error: " .. tostring(value) end
  if err then
    local stale = state.cache[key]
    if not stale then return nil, err end
    stale.expires_at = state.now + RESURRECT_TTL
    return stale.value
  end
  if ttl == nil then
    if value == nil then ttl = opts.neg_ttl else ttl = opts.ttl end
  end
  ttl = ttl or DEFAULT_TTL
  if ttl >= 0 then
    state.cache[key] = { value = value, expires_at = ttl == 0 and math.huge or state.now + ttl }
  end
  return value
end

local M = {}

function M:get(key, opts, loader, ...)
  assert(self == M, "kong.cache:get has to be called with a colon")
  assert(type(key) == "string", "key must be a string")
  while true do
    local entry = state.cache[key]
    if entry and entry.expires_at > state.now then return entry.value end
    local loading_since = state.locks[key]
    if not loading_since then break end
    if entry and state.now - loading_since > LOCK_WAIT_S then return entry.value end
    coroutine.yield({ wait_for = key })
  end
  state.locks[key] = state.now
  local value, err = load_value(key, opts or {}, loader, ...)
  state.locks[key] = nil
  coroutine.yield({ wake = key })
  return value, err
end

function M:invalidate_local(key)
  assert(self == M, "kong.cache:invalidate_local has to be called with a colon")
  state.cache[key] = nil
end

return strict.closed("kong.cache", M)
