-- For tests: the hash under a key of the in-memory Redis, and the number of connections that are neither closed nor back in the pool.
local standin = ...
local state = standin("state")
return function(args)
  local found = state.redis[args.key]
  return { fields = found and found.fields or {}, open = state.redis_open }
end
