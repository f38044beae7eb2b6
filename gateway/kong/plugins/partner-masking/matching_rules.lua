--- Finds the rules that apply to a call, by its operation, the caller's tier and the purpose.
local acl_groups = require "kong.plugins.acl.groups"
local contains = require "kong.plugins.partner-common.contains"
local notes = require "kong.plugins.partner-common.notes"
local operations = require "kong.plugins.partner-common.operations"

local kong = kong
local ipairs = ipairs

local M = {}

--- The caller's groups as a set; empty if they are unknown.
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
    kong.log.err("failed to read the caller's groups; the rules of all groups apply: ", err)
  end
  return found or groups
end

--- The group that decides for the caller: the first listed one that it belongs to.
local function group_of(conf)
  local groups = groups_of(conf)
  for _, group in ipairs(conf.groups) do
    if groups[group] then
      return group
    end
  end
end

--- Whether a rule's list includes a value. An empty list includes everything, and to be safe every list includes an unknown value.
local function includes(list, value)
  return #list == 0 or value == nil or contains(list, value)
end

--- @treturn table the rules that apply to the current call
function M.find(conf)
  local group, purpose = group_of(conf), notes.get().purpose
  local rules = {}
  for _, rule in ipairs(conf.rules) do
    local matches_operation = #rule.operations == 0 or operations.find(rule.operations)
    if matches_operation and includes(rule.groups, group) and includes(rule.purposes, purpose) then
      rules[#rules + 1] = rule
    end
  end
  return rules
end

return M
