--- Headers that tell callers their limits, under Kong's usual names.
local kong = kong
local ceil, max = math.ceil, math.max
local ipairs = ipairs

local M = {}

local NAMES = { second = "Second", minute = "Minute", hour = "Hour", day = "Day", month = "Month" }

--- Seconds until a window ends, at least one.
function M.reset(usage, i)
  return max(1, ceil(usage.windows[i].ends - usage.now))
end

--- How many calls a window still allows.
local function remaining(usage, limits, i)
  return max(0, limits[i].limit - usage.windows[i].count)
end

--- Sets X-RateLimit-* of every window, and RateLimit-* of the one that is used up first.
function M.set(usage, limits)
  local tightest
  for i, limit in ipairs(limits) do
    local left = remaining(usage, limits, i)
    kong.response.set_header("X-RateLimit-Limit-" .. NAMES[limit.window], limit.limit)
    kong.response.set_header("X-RateLimit-Remaining-" .. NAMES[limit.window], left)
    if not tightest or left <= remaining(usage, limits, tightest) then
      tightest = i
    end
  end
  tightest = usage.refused or tightest
  kong.response.set_header("RateLimit-Limit", limits[tightest].limit)
  kong.response.set_header("RateLimit-Remaining", remaining(usage, limits, tightest))
  kong.response.set_header("RateLimit-Reset", M.reset(usage, tightest))
end

return M
