--- Combines the JSON paths of all rules into one tree, so that a response is scanned once however many rules apply, and every index refers
-- to the original response.
local find, gmatch = string.find, string.gmatch
local min = math.min
local ipairs, tonumber = ipairs, tonumber

local M = {}

--- @tparam table rules {{path, action, keep}, …}
-- @treturn table a node: {children = {[name, index from 0, or '*'] = node}, is_removed, keep}
function M.build(rules)
  local root = { children = {} }
  for _, rule in ipairs(rules) do
    local node = root
    for segment in gmatch(rule.path, "[^%$%.%[%]]+") do
      local key = find(segment, "^%d+$") and tonumber(segment) or segment
      node.children[key] = node.children[key] or { children = {} }
      node = node.children[key]
    end
    if rule.action == "remove" then
      node.is_removed = true
    else
      node.keep = min(rule.keep, node.keep or rule.keep)
    end
  end
  return root
end

return M
