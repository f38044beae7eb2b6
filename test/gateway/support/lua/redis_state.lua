-- For tests: what the Redis in memory holds under a key, and how many connections to it are neither closed nor given back.
local standin = ...
local state = standin("state")
return function(args)
  local found = state.redis[args.key]
  return { fields = found and found.fields or {}, open = state.redis_open }
end
