--- Counters in the memory that the workers of one node share. Adding is atomic for one counter and gives the new count, so every call
-- counts first and is decided by what it got. What was taken is given back when a later window refuses: other calls may be refused in
-- that instant, but none is let through that should not be.
local windows = require "kong.plugins.partner-tier-limit.windows"

local ngx = ngx
local counters = ngx.shared.kong_rate_limiting_counters
local concat = table.concat
local ipairs = ipairs

local M = {}

local function give_back(taken)
  for _, key in ipairs(taken) do
    -- A counter that has gone meanwhile needs nothing back.
    counters:incr(key, -1)
  end
end

--- Takes one call from every window, or from none.
-- @tparam table _conf
-- @tparam string owner whose counters they are
-- @tparam table limits of windows.limits
-- @treturn table|nil {now, refused = index of the window that is used up, windows = {{count, ends}, …}, taken}
-- @treturn nil|string error
function M.take(_conf, owner, limits)
  local now = ngx.now()
  local usage, taken = { now = now, windows = {}, taken = {} }, {}
  for i, limit in ipairs(limits) do
    local start, ends = windows.bounds(limit.window, now)
    local key = concat({ "gatewright", owner, limit.counted, limit.window, start }, ":")
    local count, err
    if usage.refused then
      count = counters:get(key) or 0
    else
      count, err = counters:incr(key, 1, 0, ends - now + 1)
      if not count then
        give_back(taken)
        return nil, err
      end
      taken[#taken + 1] = key
      if count > limit.limit then
        usage.refused = i
        give_back(taken)
      end
    end
    usage.windows[i] = { count = count, ends = ends }
  end
  if not usage.refused then
    usage.taken = taken
  end
  return usage
end

--- Gives back what a call took.
function M.give(_conf, _owner, usage)
  give_back(usage.taken)
end

return M
