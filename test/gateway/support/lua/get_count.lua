-- For tests: the value of a counter in shared memory.
local standin = ...
local state = standin("state")
return function(args)
  local key = table.concat({ "gatewright", args.owner, "*", args.window, string.format("%.0f", args.start) }, ":")
  local found = (state.shm.kong_rate_limiting_counters or {})[key]
  return found and found.expires_at > state.now and found.value or 0
end
