--- Counters in Redis, shared by all nodes: one script looks at all windows of a call and counts in all or none.
local batch = require "kong.plugins.partner-tier-limit.batch"
local redis_connection = require "kong.plugins.partner-tier-limit.redis_connection"
local scripts = require "kong.plugins.partner-tier-limit.scripts"

local concat, format = table.concat, string.format
local ipairs, pairs, tonumber = ipairs, pairs, tonumber

local M = {}

local LENGTHS = { second = "1", minute = "60", hour = "3600", day = "86400", month = "month" }

local function hash_of(owner)
  return "gatewright:limit:" .. owner
end

--- Takes one call from every window, or from none; as in local_counters.
function M.take(conf, owner, limits)
  local arguments = {}
  for _, limit in ipairs(limits) do
    arguments[#arguments + 1] = concat({ limit.counted, limit.window }, ":")
    arguments[#arguments + 1] = LENGTHS[limit.window]
    arguments[#arguments + 1] = format("%.0f", limit.limit)
  end
  local answer, err = batch.run(conf.counters.redis, scripts.take, hash_of(owner), arguments)
  if not answer then
    return nil, err
  end
  local usage = { now = tonumber(answer[2]), windows = {}, taken = {} }
  usage.refused = answer[1] ~= 0 and answer[1] or nil
  for i, limit in ipairs(limits) do
    local at = 3 * i
    usage.windows[i] = { ends = answer[at + 1], count = answer[at + 2] }
    usage.taken[#usage.taken + 1] = concat({ limit.counted, limit.window }, ":")
    usage.taken[#usage.taken + 1] = format("%.0f", answer[at])
  end
  return usage
end

--- Gives back what a call took.
function M.give(conf, owner, usage)
  local _, err = batch.run(conf.counters.redis, scripts.give, hash_of(owner), usage.taken)
  return err
end

--- Makes a connection for later and lets Redis know the scripts, so that the first calls do not pay for it. What fails here is
-- reported by the calls that need it.
function M.warm(conf)
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
  redis_connection.keep(connection)
end

return M
