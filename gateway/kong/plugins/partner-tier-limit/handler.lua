--- Enforces the limits of an application's tier, and an API's own limit for all callers together. Counts before it decides. See README.md.
local acl_groups = require "kong.plugins.acl.groups"
local counts = require "kong.plugins.partner-tier-limit.counts"
local notes = require "kong.plugins.partner-common.notes"
local operations = require "kong.plugins.partner-common.operations"
local rate_limit_headers = require "kong.plugins.partner-tier-limit.rate_limit_headers"
local refusal = require "kong.plugins.partner-common.refusal"
local tags = require "kong.plugins.partner-common.tags"
local warm_up = require "kong.plugins.partner-tier-limit.warm_up"
local windows = require "kong.plugins.partner-tier-limit.windows"

local kong, ngx = kong, ngx
local date = os.date
local ipairs = ipairs

local TierLimit = {
  VERSION = "0.1.0",
  PRIORITY = 920,
}

local NONE = {}
local QUOTA_WINDOWS = { day = true, month = true }

--- The tier of a consumer: the first listed one whose group it belongs to.
local function tier_of(conf, groups)
  for _, tier in ipairs(conf.tiers) do
    if groups[tier.group] then
      return tier
    end
  end
end

--- Whether the application's subscription to this API is active today.
local function is_subscribed(conf, consumer)
  local grant = tags.of(consumer).grants[conf.api]
  return grant and tags.is_active(grant, date("!%Y-%m-%d", ngx.time()))
end

local function refuse(code, message, usage)
  return refusal.exit(429, code, message, { ["Retry-After"] = rate_limit_headers.seconds_until_reset(usage, usage.exceeded) })
end

--- Enforces the limits of the tier.
local function limit_tier(conf, consumer, tier)
  local limits = windows.limits(tier, operations.find(tier.operations))
  local usage = counts.take(conf, consumer.id .. ":" .. conf.api, limits)
  kong.ctx.plugin.usage, kong.ctx.plugin.limits = usage, limits
  if usage and usage.exceeded then
    local window = limits[usage.exceeded].window
    notes.get().window = window
    if QUOTA_WINDOWS[window] then
      return refuse("QUOTA_EXCEEDED", "The quota of requests per " .. window .. " is exhausted.", usage)
    end
    return refuse("TOO_MANY_REQUESTS", "The limit of requests per " .. window .. " is exceeded; try again later.", usage)
  end
end

--- Enforces the API's own limit, for all callers together. Runs after the tier's limits, so that a caller who exceeds those learns it.
local function limit_api(conf)
  local usage = counts.take(conf, "api:" .. kong.router.get_service().id, windows.api_limits(conf.api_windows or NONE))
  if usage and usage.exceeded then
    return refuse("TOO_MANY_REQUESTS", "The API is receiving too many requests; try again later.", usage)
  end
end

function TierLimit:configure(configs)
  warm_up.start(configs)
end

function TierLimit:access(conf)
  local consumer = kong.client.get_consumer()
  if not consumer then
    return refusal.unauthenticated(false)
  end
  local groups, err = acl_groups.get_consumer_groups(consumer.id)
  if err then
    kong.log.err("failed to read the caller's groups: ", err)
    return refusal.unavailable()
  end
  local tier = tier_of(conf, groups or {})
  if not tier or not is_subscribed(conf, consumer) then
    return refusal.forbidden("The application has no active subscription to this API.")
  end
  notes.get().tier = tier.name
  return limit_tier(conf, consumer, tier) or limit_api(conf)
end

function TierLimit:header_filter(conf)
  counts.give_back(conf)
  local usage = kong.ctx.plugin.usage
  if usage and not conf.hide_client_headers then
    rate_limit_headers.set(usage, kong.ctx.plugin.limits)
  end
end

return TierLimit
