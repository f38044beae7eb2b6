-- Runs a coroutine inside another and forwards its host calls, until it returns or ends the call.
return function(co, ...)
  local ok, out = coroutine.resume(co, ...)
  while true do
    if not ok then error(out, 0) end
    if coroutine.status(co) == "dead" then return nil end
    if out.exit then return out end
    ok, out = coroutine.resume(co, coroutine.yield(out))
  end
end
