--- The JSON paths of rules as one tree, so that an answer is gone through once, whatever the number of rules, and every index counts
-- from the answer as it came.
local find, gmatch = string.find, string.gmatch
local min = math.min
local ipairs, tonumber = ipairs, tonumber

local M = {}

--- @tparam table rules {{path, action, keep}, …}
-- @treturn table a node: {below = {[name, index from 0, or '*'] = node}, removed, keep}
function M.tree(rules)
  local root = { below = {} }
  for _, rule in ipairs(rules) do
    local node = root
    for part in gmatch(rule.path, "[^%$%.%[%]]+") do
      local key = find(part, "^%d+$") and tonumber(part) or part
      node.below[key] = node.below[key] or { below = {} }
      node = node.below[key]
    end
    if rule.action == "remove" then
      node.removed = true
    else
      node.keep = min(rule.keep, node.keep or rule.keep)
    end
  end
  return root
end

return M
