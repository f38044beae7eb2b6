--- Response headers with the caller's limits, under the names that Kong uses.
local kong = kong
local ceil, max = math.ceil, math.max
local ipairs = ipairs

local M = {}

local SUFFIXES = { second = "Second", minute = "Minute", hour = "Hour", day = "Day", month = "Month" }

--- Seconds until a window ends, at least one.
function M.seconds_until_reset(usage, i)
  return max(1, ceil(usage.windows[i].ends_at - usage.now))
end

--- How many calls are left in a window.
local function remaining(usage, limits, i)
  return max(0, limits[i].limit - usage.windows[i].count)
end

--- Sets X-RateLimit-* for every window, and RateLimit-* for the window with the fewest calls left.
function M.set(usage, limits)
  local tightest
  for i, limit in ipairs(limits) do
    local left = remaining(usage, limits, i)
    kong.response.set_header("X-RateLimit-Limit-" .. SUFFIXES[limit.window], limit.limit)
    kong.response.set_header("X-RateLimit-Remaining-" .. SUFFIXES[limit.window], left)
    if not tightest or left <= remaining(usage, limits, tightest) then
      tightest = i
    end
  end
  tightest = usage.exceeded or tightest
  kong.response.set_header("RateLimit-Limit", limits[tightest].limit)
  kong.response.set_header("RateLimit-Remaining", remaining(usage, limits, tightest))
  kong.response.set_header("RateLimit-Reset", M.seconds_until_reset(usage, tightest))
end

return M
