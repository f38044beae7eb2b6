--- Holds an application to its tier, and all callers together to the API's own limit: counts before it decides. See README.md.
local acl_groups = require "kong.plugins.acl.groups"
local announce = require "kong.plugins.partner-tier-limit.announce"
local counts = require "kong.plugins.partner-tier-limit.counts"
local notes = require "kong.plugins.partner-common.notes"
local operations = require "kong.plugins.partner-common.operations"
local refusal = require "kong.plugins.partner-common.refusal"
local tags = require "kong.plugins.partner-common.tags"
local warming = require "kong.plugins.partner-tier-limit.warming"
local windows = require "kong.plugins.partner-tier-limit.windows"

local kong, ngx = kong, ngx
local date = os.date
local ipairs = ipairs

local TierLimit = {
  VERSION = "0.1.0",
  PRIORITY = 920,
}

local NONE = {}
local CODES = { day = "QUOTA_EXCEEDED", month = "QUOTA_EXCEEDED" }

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

local function refuse(code, message, usage)
  return refusal.exit(429, code, message, { ["Retry-After"] = announce.reset(usage, usage.refused) })
end

--- Holds the caller to its tier.
local function limit_tier(conf, consumer, tier)
  local limits = windows.limits(tier, operations.find(tier.operations))
  local usage = counts.take(conf, consumer.id .. ":" .. conf.api, limits)
  kong.ctx.plugin.usage, kong.ctx.plugin.limits = usage, limits
  if usage and usage.refused then
    local window = limits[usage.refused].window
    notes.get().window = window
    local message = "The limit of calls in one " .. window .. " is used up; try again later."
    return refuse(CODES[window] or "TOO_MANY_REQUESTS", message, usage)
  end
end

--- Holds all callers together to what the API can take. It comes after the tier's
-- limit, so that a caller who has used up the tier's limit gets that answer.
local function limit_api(conf)
  local usage = counts.take(conf, "api:" .. kong.router.get_service().id, windows.of_api(conf.api_windows or NONE))
  if usage and usage.refused then
    return refuse("TOO_MANY_REQUESTS", "The API gets more calls than it can take; try again later.", usage)
  end
end

function TierLimit:configure(configs)
  warming.begin(configs)
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
  return limit_tier(conf, consumer, tier) or limit_api(conf)
end

function TierLimit:header_filter(conf)
  counts.give_back(conf)
  local usage = kong.ctx.plugin.usage
  if usage and not conf.hide_client_headers then
    announce.set(usage, kong.ctx.plugin.limits)
  end
end

return TierLimit
