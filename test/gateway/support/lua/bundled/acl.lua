-- acl: lets only members of an allowed group pass; 401 for unauthenticated callers, 403 for callers in no such group.
local standin = ...
local kong, groups = standin("kong"), standin("modules.acl_groups")
local M = { VERSION = "1.0.0", PRIORITY = 950 }

function M:access(conf)
  local consumer = kong.client.get_consumer()
  if not consumer or not kong.client.get_credential() then return kong.response.exit(401, { message = "Unauthorized" }) end
  local caller_groups = groups.get_consumer_groups(consumer.id) or {}
  for _, group in ipairs(conf.allow) do
    if caller_groups[group] then return end
  end
  return kong.response.exit(403, { message = "You cannot consume this service" })
end

return M
