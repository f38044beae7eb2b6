-- For tests: what partner-tier-limit's patient socket gives, over a socket whose reads end one after the other as they are listed:
-- { reads = {{data, error, part, took_s}, …}, wait_ms } → { data, error, waits }, the time-outs of the reads.
local standin = ...
local json, state = standin("json"), standin("state")
return function(args)
  local require = standin("sandbox")(standin("kong"), standin("pdk.ngx"))
  local waits, wait, at = setmetatable({}, json.array_mt), args.wait_ms, 0
  local socket = {
    settimeouts = function(_, _, _, read) wait = read end,
    receive = function(_, what)
      assert(what == "*l")
      at, waits[#waits + 1] = at + 1, wait
      local read = args.reads[at]
      state.now = state.now + (read.took_s or 0)
      return read.data, read.error, read.part
    end,
    getreusedtimes = function(_) return 7 end,
  }
  local patient = require("kong.plugins.partner-tier-limit.patient").socket(socket, args.wait_ms)
  local data, err = patient:receive("*l")
  return { data = data, error = err, waits = waits, after = wait, reused = patient:getreusedtimes() }
end
