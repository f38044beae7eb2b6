-- Asks the tests for what Lua alone cannot do. An answer { error = … } is returned as nil and the error.
return function(name, args)
  local answer = coroutine.yield({ ask = name, args = args })
  if answer.error then return nil, answer.error end
  return answer
end
