--- Counters in memory shared by the workers of one node. Incrementing one counter is atomic and returns the new count, so every call
-- increments first and decides by the result. If a later window refuses the call, earlier increments are undone. Until then another call
-- may be refused that could have passed, but no call passes that should be refused.
local windows = require "kong.plugins.partner-tier-limit.windows"

local ngx = ngx
local counters = ngx.shared.kong_rate_limiting_counters
local concat = table.concat
local ipairs = ipairs

local M = {}

local function decrement(keys)
  for _, key in ipairs(keys) do
    -- Does nothing if the counter has expired in the meantime.
    counters:incr(key, -1)
  end
end

--- Counts a call in every window, or in none.
-- @tparam table _conf
-- @tparam string owner of the counters
-- @tparam table limits as returned by windows.limits
-- @treturn table|nil {now, exceeded = index of the exhausted window, windows = {{count, ends_at}, …}, taken}
-- @treturn nil|string error
function M.take(_conf, owner, limits)
  local now = ngx.now()
  local usage, taken = { now = now, windows = {}, taken = {} }, {}
  for i, limit in ipairs(limits) do
    local start, ends_at = windows.bounds(limit.window, now)
    local key = concat({ "gatewright", owner, limit.counter, limit.window, start }, ":")
    local count, err
    if usage.exceeded then
      count = counters:get(key) or 0
    else
      count, err = counters:incr(key, 1, 0, ends_at - now + 1)
      if not count then
        decrement(taken)
        return nil, err
      end
      taken[#taken + 1] = key
      if count > limit.limit then
        usage.exceeded = i
        decrement(taken)
      end
    end
    usage.windows[i] = { count = count, ends_at = ends_at }
  end
  if not usage.exceeded then
    usage.taken = taken
  end
  return usage
end

--- Gives back the counts of a call.
function M.give_back(_conf, _owner, usage)
  decrement(usage.taken)
end

return M
