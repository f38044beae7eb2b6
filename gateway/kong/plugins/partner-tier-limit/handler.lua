--- Holds an application to its tier: counts before it decides. See README.md.
local acl_groups = require "kong.plugins.acl.groups"
local announce = require "kong.plugins.partner-tier-limit.announce"
local local_counters = require "kong.plugins.partner-tier-limit.local_counters"
local notes = require "kong.plugins.partner-common.notes"
local operations = require "kong.plugins.partner-common.operations"
local redis_counters = require "kong.plugins.partner-tier-limit.redis_counters"
local refusal = require "kong.plugins.partner-common.refusal"
local tags = require "kong.plugins.partner-common.tags"
local windows = require "kong.plugins.partner-tier-limit.windows"

local kong, ngx = kong, ngx
local date = os.date
local ipairs = ipairs

local TierLimit = {
  VERSION = "0.1.0",
  PRIORITY = 920,
}

local CODES = { day = "QUOTA_EXCEEDED", month = "QUOTA_EXCEEDED" }

local function counters_of(conf)
  return conf.counters.store == "redis" and redis_counters or local_counters
end

--- The tier of a consumer: of those in whose group it is, the one that is listed first.
local function tier_of(conf, groups)
  for _, tier in ipairs(conf.tiers) do
    if groups[tier.group] then
      return tier
    end
  end
end

--- Whether the application's subscription of this API holds today.
local function is_subscribed(conf, consumer)
  local grant = tags.of(consumer).grants[conf.api]
  return grant and tags.holds(grant, date("!%Y-%m-%d", ngx.time()))
end

local function refuse(usage, limits)
  local window = limits[usage.refused].window
  notes.get().window = window
  return refusal.exit(
    429,
    CODES[window] or "TOO_MANY_REQUESTS",
    "The limit of calls in one " .. window .. " is used up; try again later.",
    { ["Retry-After"] = announce.reset(usage, usage.refused) }
  )
end

function TierLimit:access(conf)
  local consumer = kong.client.get_consumer()
  if not consumer then
    return refusal.unauthenticated(false)
  end
  local groups, err = acl_groups.get_consumer_groups(consumer.id)
  if err then
    kong.log.err("the groups of the caller cannot be read: ", err)
    return refusal.unavailable()
  end
  local tier = tier_of(conf, groups or {})
  if not tier or not is_subscribed(conf, consumer) then
    return refusal.forbidden("The application has no subscription of this API that holds today.")
  end
  notes.get().tier = tier.name
  local limits = windows.limits(tier, operations.find(tier.operations))
  if #limits == 0 then
    return
  end
  local owner = consumer.id .. ":" .. conf.api
  local usage
  usage, err = counters_of(conf).take(conf, owner, limits)
  if not usage then
    kong.log.err("the counters cannot be reached, so the call is ", conf.failure == "open" and "let through: " or "refused: ", err)
    return conf.failure ~= "open" and refusal.unavailable() or nil
  end
  kong.ctx.plugin.usage, kong.ctx.plugin.limits, kong.ctx.plugin.owner = usage, limits, owner
  if usage.refused then
    return refuse(usage, limits)
  end
end

local function give_later(premature, conf, owner, usage)
  local err = not premature and counters_of(conf).give(conf, owner, usage)
  if err then
    kong.log.err("a count cannot be given back: ", err)
  end
end

--- Whether the call went to the upstream. An answer that broke off while Kong held it back has no status, but Kong's own mark.
local function was_served()
  return kong.service.response.get_status() ~= nil or ngx.ctx.KONG_PROXIED == true
end

--- Gives back what the call took, where a later plugin refused it before it reached the upstream.
local function give_back(conf, usage)
  if usage.refused or was_served() or kong.response.get_status() < 400 then
    return
  end
  if conf.counters.store == "redis" then
    -- No connections can be made while headers are written.
    local ok, err = ngx.timer.at(0, give_later, conf, kong.ctx.plugin.owner, usage)
    if not ok then
      kong.log.err("a count cannot be given back: ", err)
    end
  else
    local_counters.give(conf, kong.ctx.plugin.owner, usage)
  end
  for _, window in ipairs(usage.windows) do
    window.count = window.count - 1
  end
end

function TierLimit:header_filter(conf)
  local usage = kong.ctx.plugin.usage
  if not usage then
    return
  end
  give_back(conf, usage)
  if not conf.hide_client_headers then
    announce.set(usage, kong.ctx.plugin.limits)
  end
end

return TierLimit
