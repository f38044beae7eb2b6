--- Time windows and their limits. Times are seconds since 1970.
local find, floor = string.find, math.floor
local ipairs, setmetatable = ipairs, setmetatable

local M = {}

local LENGTHS = { second = 1, minute = 60, hour = 3600, day = 86400 }
local ORDER = { second = 1, minute = 2, hour = 3, day = 4, month = 5 }
local DAY = 86400

--- The first second of the month of a time. Computes the day of the month in years that begin in March, so that the leap day comes last.
local function month_start(time)
  local days = floor(time / DAY)
  local day_of_era = (days + 719468) % 146097
  local year = floor((day_of_era - floor(day_of_era / 1460) + floor(day_of_era / 36524) - floor(day_of_era / 146096)) / 365)
  local day_of_year = day_of_era - (365 * year + floor(year / 4) - floor(year / 100))
  local day_of_month = day_of_year - floor((153 * floor((5 * day_of_year + 2) / 153) + 2) / 5)
  return (days - day_of_month) * DAY
end

--- The bounds of the window that contains a time.
-- @treturn number start
-- @treturn number end, which is the start of the next window
function M.bounds(window, time)
  if window == "month" then
    local start = month_start(time)
    return start, month_start(start + 31 * DAY)
  end
  local length = LENGTHS[window]
  local start = floor(time / length) * length
  return start, start + length
end

local function has_window(windows, window)
  for _, entry in ipairs(windows) do
    if entry.window == window then
      return true
    end
  end
end

--- The name of an operation's counters: the operation's name, which may be any text. A name that consists of asterisks gets one more,
-- since `*` is the name of the tier's counters.
local function counter_name(name)
  return find(name, "^%*+$") and name .. "*" or name
end

local merged = setmetatable({}, { __mode = "k" })

--- The limits of a call, shortest window first. The operation's windows override the tier's windows of the same length.
-- @tparam table tier
-- @tparam[opt] table operation an entry of the tier's operations
-- @treturn table {{window, limit, counter}, …}; `counter` is '*' for the tier's counters, or the name of the operation's
function M.limits(tier, operation)
  local key = operation or tier
  if merged[key] then
    return merged[key]
  end
  local limits = {}
  for _, entry in ipairs(tier.windows) do
    if not (operation and has_window(operation.windows, entry.window)) then
      limits[#limits + 1] = { window = entry.window, limit = entry.limit, counter = "*" }
    end
  end
  for _, entry in ipairs(operation and operation.windows or {}) do
    limits[#limits + 1] = { window = entry.window, limit = entry.limit, counter = counter_name(operation.operation) }
  end
  table.sort(limits, function(a, b)
    return ORDER[a.window] < ORDER[b.window]
  end)
  merged[key] = limits
  return limits
end

--- An API's own limits, in the same form as `limits`.
-- @tparam table api_windows from the config; has to be the same table on every call
function M.api_limits(api_windows)
  if not merged[api_windows] then
    merged[api_windows] = M.limits({ windows = api_windows })
  end
  return merged[api_windows]
end

return M
