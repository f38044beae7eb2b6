-- kong.ctx: data of one call; `plugin` is private to one plugin.
local standin = ...
local strict, context = standin("strict"), standin("context")

local function memory(of)
  return setmetatable({}, {
    __index = function(_, key) return of()[key] end,
    __newindex = function(_, key, value) of()[key] = value end,
  })
end

return strict.closed("kong.ctx", {
  shared = memory(function() return context.current().call.shared end),
  plugin = memory(function()
    local current = context.current()
    local memories = current.call.plugin_memory
    memories[current.plugin] = memories[current.plugin] or {}
    return memories[current.plugin]
  end),
})
