--- Counts the current call, and gives the counts back if the call is refused before it reaches the upstream.
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

--- Counts the call once in each window of an owner. If the counters are unavailable, ends the call or lets it pass uncounted, as
-- configured.
-- @treturn table|nil usage; nil if nothing was counted
function M.take(conf, owner, limits)
  if #limits == 0 or kong.ctx.plugin.counters_unavailable then
    return nil
  end
  local usage, err = counters_of(conf).take(conf, owner, limits)
  if not usage then
    local open = conf.failure == "open"
    kong.log.err("the counters are unavailable; the call is ", open and "let through: " or "refused: ", err)
    kong.ctx.plugin.counters_unavailable = true
    return not open and refusal.unavailable() or nil
  end
  local taken = kong.ctx.plugin.taken or {}
  taken[#taken + 1] = { owner = owner, usage = usage }
  kong.ctx.plugin.taken = taken
  return usage
end

local function give_back_all(premature, conf, taken)
  for _, entry in ipairs(taken) do
    local err = not premature and counters_of(conf).give_back(conf, entry.owner, entry.usage)
    if err then
      kong.log.err("failed to give a count back: ", err)
    end
  end
end

--- Whether the call was sent to the upstream. A buffered response that was cut off has no status; Kong's own flag is set, though.
local function was_proxied()
  return kong.service.response.get_status() ~= nil or ngx.ctx.KONG_PROXIED == true
end

--- The counts to give back: if the call was refused before it reached the upstream, all but those that refused it.
local function refundable(taken)
  local refunds = {}
  if was_proxied() or kong.response.get_status() < 400 then
    return refunds
  end
  for _, entry in ipairs(taken) do
    if not entry.usage.exceeded then
      refunds[#refunds + 1] = entry
    end
  end
  return refunds
end

--- Gives the counts of the call back if it was refused before it reached the upstream. For the header_filter phase.
function M.give_back(conf)
  local refunds = refundable(kong.ctx.plugin.taken or NONE)
  if #refunds == 0 then
    return
  end
  -- This phase cannot open connections.
  local ok, err = true, nil
  if conf.counters.store == "redis" then
    ok, err = ngx.timer.at(0, give_back_all, conf, refunds)
  else
    give_back_all(false, conf, refunds)
  end
  if not ok then
    kong.log.err("failed to give a count back: ", err)
  end
  for _, entry in ipairs(refunds) do
    for _, window in ipairs(entry.usage.windows) do
      window.count = window.count - 1
    end
  end
end

return M
