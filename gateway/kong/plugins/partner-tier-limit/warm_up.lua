--- Opens connections to Redis when a worker receives its configs, before the first call.
local redis_connection = require "kong.plugins.partner-tier-limit.redis_connection"
local redis_counters = require "kong.plugins.partner-tier-limit.redis_counters"

local ngx = ngx
local ipairs = ipairs

local M = {}

-- Servers that this worker has already connected to. Config changes do not repeat the warm-up.
local warmed = {}

local function warm_up(premature, conf)
  if not premature then
    redis_counters.warm_up(conf)
  end
end

--- @tparam[opt] table configs of all instances
function M.start(configs)
  for _, conf in ipairs(configs or {}) do
    local server = conf.counters.store == "redis" and redis_connection.pool_name(conf.counters.redis)
    if server and not warmed[server] then
      warmed[server] = true
      ngx.timer.at(0, warm_up, conf)
    end
  end
end

return M
