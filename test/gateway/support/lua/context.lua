-- Which call, plugin and phase the running coroutine belongs to.
local M = {}
local bound = setmetatable({}, { __mode = "k" })

function M.bind(co, context)
  bound[co] = context
end

--- Lets a coroutine run where the running one does.
function M.inherit(co)
  local running = coroutine.running()
  bound[co] = running and bound[running]
end

--- The context of the running coroutine: { call, plugin, phase }.
function M.current()
  local co = coroutine.running()
  return co and bound[co] or error("no call is running here", 2)
end

--- A function that is documented for some phases only. `phases` is a text of words.
function M.guarded(name, phases, body)
  local allowed = {}
  for phase in phases:gmatch("%S+") do allowed[phase] = true end
  return function(...)
    local context = M.current()
    if not allowed[context.phase] then
      error(name .. " is not documented for the phase " .. context.phase, 2)
    end
    return body(context.call, ...)
  end
end

return M
