-- For tests: replaces the consumers, and invalidates the cache as Kong does.
local standin = ...
local state = standin("state")
return function(args)
  for id in pairs(state.consumers) do state.cache["consumers:" .. id] = nil end
  state.consumers = {}
  for _, consumer in ipairs(args.consumers) do
    state.consumers[consumer.id] = consumer
    state.cache["consumers:" .. consumer.id] = nil
  end
  return true
end
