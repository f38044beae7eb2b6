--- Finds the operation of a call in a list of a plugin's config: {operation, route, …}. The router's choice decides. The path is never
-- matched a second time, since a second set of rules would sooner or later find a different operation.
local kong = kong
local ipairs, setmetatable = ipairs, setmetatable

local M = {}

local indexes = setmetatable({}, { __mode = "k" })

local function build_index(list)
  local by_route = {}
  for _, entry in ipairs(list) do
    by_route[entry.route] = entry
  end
  indexes[list] = by_route
  return by_route
end

--- @tparam table list from the config; has to be the same table on every call
-- @treturn table|nil the entry of the current call
function M.find(list)
  local route = kong.router.get_route()
  return route and route.name and (indexes[list] or build_index(list))[route.name] or nil
end

return M
