-- Calls a function of the TypeScript host, for what Lua cannot do alone. A result { error = … } is returned as nil and the error.
return function(name, args)
  local result = coroutine.yield({ host_call = name, args = args })
  if result.error then return nil, result.error end
  return result
end
