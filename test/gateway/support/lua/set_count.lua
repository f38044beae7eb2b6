-- For tests: sets a counter in shared memory.
local standin = ...
local state = standin("state")
return function(args)
  local key = table.concat({ "gatewright", args.owner, "*", args.window, string.format("%.0f", args.start) }, ":")
  local counters = state.shm.kong_rate_limiting_counters or {}
  state.shm.kong_rate_limiting_counters = counters
  counters[key] = { value = args.count, expires_at = math.huge }
  return true
end
