--- Counters in Redis, shared by all nodes. One script checks all windows of a call, and increments all of them or none.
local batch = require "kong.plugins.partner-tier-limit.batch"
local redis_connection = require "kong.plugins.partner-tier-limit.redis_connection"
local scripts = require "kong.plugins.partner-tier-limit.scripts"

local concat, format = table.concat, string.format
local ipairs, pairs, tonumber = ipairs, pairs, tonumber

local M = {}

local LENGTHS = { second = "1", minute = "60", hour = "3600", day = "86400", month = "month" }

local function key_of(owner)
  return "gatewright:limit:" .. owner
end

--- Counts a call in every window, or in none. Same result as local_counters.take.
function M.take(conf, owner, limits)
  local arguments = {}
  for _, limit in ipairs(limits) do
    arguments[#arguments + 1] = concat({ limit.counter, limit.window }, ":")
    arguments[#arguments + 1] = LENGTHS[limit.window]
    arguments[#arguments + 1] = format("%.0f", limit.limit)
  end
  local result, err = batch.run(conf.counters.redis, scripts.take, key_of(owner), arguments)
  if not result then
    return nil, err
  end
  local usage = { now = tonumber(result[2]), windows = {}, taken = {} }
  usage.exceeded = result[1] ~= 0 and result[1] or nil
  for i, limit in ipairs(limits) do
    local offset = 3 * i
    usage.windows[i] = { ends_at = result[offset + 1], count = result[offset + 2] }
    usage.taken[#usage.taken + 1] = concat({ limit.counter, limit.window }, ":")
    usage.taken[#usage.taken + 1] = format("%.0f", result[offset])
  end
  return usage
end

--- Gives back the counts of a call.
-- @treturn nil|string error
function M.give_back(conf, owner, usage)
  local _, err = batch.run(conf.counters.redis, scripts.give_back, key_of(owner), usage.taken)
  return err
end

--- Opens a connection and loads the scripts, so that the first calls do not have to. Ignores errors: calls that are affected report them.
function M.warm_up(conf)
  local connection = redis_connection.open(conf.counters.redis)
  if not connection then
    return
  end
  for _, script in pairs(scripts) do
    if not connection:script("load", script) then
      connection:close()
      return
    end
  end
  redis_connection.keep_alive(connection)
end

return M
