--- What the current call takes from counters, and gets back where it is refused before it reaches the upstream.
local local_counters = require "kong.plugins.partner-tier-limit.local_counters"
local redis_counters = require "kong.plugins.partner-tier-limit.redis_counters"
local refusal = require "kong.plugins.partner-common.refusal"

local kong, ngx = kong, ngx
local ipairs = ipairs

local M = {}

local NONE = {}

local function counters_of(conf)
  return conf.counters.store == "redis" and redis_counters or local_counters
end

--- Takes the call from the counters of an owner, one count of each window. Ends the call where they are away and that is to refuse it.
-- @treturn table|nil usage; nil where nothing is counted
function M.take(conf, owner, limits)
  if #limits == 0 or kong.ctx.plugin.away then
    return nil
  end
  local usage, err = counters_of(conf).take(conf, owner, limits)
  if not usage then
    local open = conf.failure == "open"
    kong.log.err("the counters cannot be reached, so the call is ", open and "let through: " or "refused: ", err)
    kong.ctx.plugin.away = true
    return not open and refusal.unavailable() or nil
  end
  local taken = kong.ctx.plugin.taken or {}
  taken[#taken + 1] = { owner = owner, usage = usage }
  kong.ctx.plugin.taken = taken
  return usage
end

local function give_later(premature, conf, taken)
  for _, one in ipairs(taken) do
    local err = not premature and counters_of(conf).give(conf, one.owner, one.usage)
    if err then
      kong.log.err("a count cannot be given back: ", err)
    end
  end
end

--- Whether the call went to the upstream. An answer that broke off while Kong held it back has no status, but Kong's own mark.
local function was_served()
  return kong.service.response.get_status() ~= nil or ngx.ctx.KONG_PROXIED == true
end

--- What the call took and may have back: where it was refused before it reached the upstream, all but what refused it.
local function to_give_back(taken)
  local given = {}
  if was_served() or kong.response.get_status() < 400 then
    return given
  end
  for _, one in ipairs(taken) do
    if not one.usage.refused then
      given[#given + 1] = one
    end
  end
  return given
end

--- Gives back what the call took, where it was refused before it reached the upstream. In the phase header_filter.
function M.give_back(conf)
  local taken = to_give_back(kong.ctx.plugin.taken or NONE)
  if #taken == 0 then
    return
  end
  -- No connections can be made while headers are written.
  local ok, err = true, nil
  if conf.counters.store == "redis" then
    ok, err = ngx.timer.at(0, give_later, conf, taken)
  else
    give_later(false, conf, taken)
  end
  if not ok then
    kong.log.err("a count cannot be given back: ", err)
  end
  for _, one in ipairs(taken) do
    for _, window in ipairs(one.usage.windows) do
      window.count = window.count - 1
    end
  end
end

return M
