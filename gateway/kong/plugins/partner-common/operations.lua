--- Finds the operation that a call is, in a list of a plugin's config: {operation, route, …}. It is the one whose route the router
-- took. A path is not looked at again: what matches it a second time, with other rules, finds another operation one day.
local kong = kong
local ipairs, setmetatable = ipairs, setmetatable

local M = {}

local indexes = setmetatable({}, { __mode = "k" })

local function index_of(list)
  local by_route = {}
  for _, entry in ipairs(list) do
    by_route[entry.route] = entry
  end
  indexes[list] = by_route
  return by_route
end

--- @tparam table list as it stands in the config; the same table on every call
-- @treturn table|nil the entry of the current call
function M.find(list)
  local route = kong.router.get_route()
  return route and route.name and (indexes[list] or index_of(list))[route.name] or nil
end

return M
