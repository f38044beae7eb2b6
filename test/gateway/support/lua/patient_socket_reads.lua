-- For tests: reads a line through partner-tier-limit's patient socket, over a socket whose reads have the listed results:
-- { reads = {{data, error, partial, took_s}, …}, timeout_ms } → { data, error, timeouts, … }, where `timeouts` are those of the reads.
local standin = ...
local json, state = standin("json"), standin("state")
return function(args)
  local require = standin("sandbox")(standin("kong"), standin("pdk.ngx"))
  local timeouts, timeout, count = setmetatable({}, json.array_mt), args.timeout_ms, 0
  local socket = {
    settimeouts = function(_, _, _, read) timeout = read end,
    receive = function(_, what)
      assert(what == "*l")
      count, timeouts[#timeouts + 1] = count + 1, timeout
      local read = args.reads[count]
      state.now = state.now + (read.took_s or 0)
      return read.data, read.error, read.partial
    end,
    getreusedtimes = function(_) return 7 end,
  }
  local patient = require("kong.plugins.partner-tier-limit.patient_socket").wrap(socket, args.timeout_ms)
  local data, err = patient:receive("*l")
  return { data = data, error = err, timeouts = timeouts, timeout_after = timeout, reused = patient:getreusedtimes() }
end
