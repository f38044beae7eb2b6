-- The call, plugin and phase that the running coroutine belongs to.
local M = {}
local bound = setmetatable({}, { __mode = "k" })

function M.bind(co, context)
  bound[co] = context
end

--- Gives a coroutine the context of the running one.
function M.inherit(co)
  local running = coroutine.running()
  bound[co] = running and bound[running]
end

--- The context of the running coroutine: { call, plugin, phase }.
function M.current()
  local co = coroutine.running()
  return co and bound[co] or error("no call is running", 2)
end

--- Wraps a function that is documented only for some phases. `phases` is a space-separated list.
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
