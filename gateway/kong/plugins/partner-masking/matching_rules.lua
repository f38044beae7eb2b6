--- Which rules hold for a call: by its operation, the caller's tier, and the purpose.
local acl_groups = require "kong.plugins.acl.groups"
local among = require "kong.plugins.partner-common.among"
local notes = require "kong.plugins.partner-common.notes"
local operations = require "kong.plugins.partner-common.operations"

local kong = kong
local ipairs = ipairs

local M = {}

--- The caller's groups as a set; empty where they cannot be known.
local function groups_of(conf)
  local groups = {}
  if conf.group_source == "consumer-groups" then
    for _, group in ipairs(kong.client.get_consumer_groups() or {}) do
      groups[group.name] = true
    end
    return groups
  end
  local consumer = kong.client.get_consumer()
  local found, err
  if consumer then
    found, err = acl_groups.get_consumer_groups(consumer.id)
  end
  if err then
    kong.log.err("the groups of the caller cannot be read, so the rules of all groups hold: ", err)
  end
  return found or groups
end

--- The group whose rules hold: of those that the caller is in, the one that is listed first.
local function group_of(conf)
  local groups = groups_of(conf)
  for _, group in ipairs(conf.groups) do
    if groups[group] then
      return group
    end
  end
end

--- Whether a list of a rule names a value. An empty list stands for all, and what is not known is taken for the worst.
local function names(list, value)
  return #list == 0 or value == nil or among(list, value)
end

--- @treturn table the rules that hold for the call
function M.rules(conf)
  local group, purpose = group_of(conf), notes.get().purpose
  local rules = {}
  for _, rule in ipairs(conf.rules) do
    local fits = #rule.operations == 0 or operations.find(rule.operations)
    if fits and names(rule.groups, group) and names(rule.purposes, purpose) then
      rules[#rules + 1] = rule
    end
  end
  return rules
end

return M
