--- Connections to Redis that are made when a worker gets its configs, before calls come.
local redis_connection = require "kong.plugins.partner-tier-limit.redis_connection"
local redis_counters = require "kong.plugins.partner-tier-limit.redis_counters"

local ngx = ngx
local ipairs = ipairs

local M = {}

-- By server: done once in each worker, however often configs change.
local warmed = {}

local function warm(premature, conf)
  if not premature then
    redis_counters.warm(conf)
  end
end

--- @tparam[opt] table configs those of all instances
function M.begin(configs)
  for _, conf in ipairs(configs or {}) do
    local name = conf.counters.store == "redis" and redis_connection.pool_of(conf.counters.redis)
    if name and not warmed[name] then
      warmed[name] = true
      ngx.timer.at(0, warm, conf)
    end
  end
end

return M
