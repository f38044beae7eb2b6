-- For tests: reads from a connection of partner-common/deadline.lua whose socket delivers `data` and takes `took_s` for each step:
-- { data, took_s, left_s, step_ms, pattern } → { data, error, timeouts }, where `timeouts` are those of the steps.
local standin = ...
local json, state = standin("json"), standin("state")

return function(args)
  local require = standin("sandbox")(standin("kong"), standin("pdk.ngx"))
  local data, timeouts = args.data, setmetatable({}, json.array_mt)
  local function take(_, max)
    state.now = state.now + args.took_s
    local chunk = data:sub(1, max)
    data = data:sub(#chunk + 1)
    return chunk
  end
  local socket = {
    settimeouts = function(_, connect, send, read)
      assert(connect == read and send == read)
      timeouts[#timeouts + 1] = math.floor(read + 0.5)
    end,
    receive = take,
    -- Delivers at most three bytes at a time.
    receiveany = function(self, max) return take(self, math.min(max, 3)) end,
  }
  local deadline = require("kong.plugins.partner-common.deadline")
  local received, err = deadline.wrap(socket, state.now + args.left_s, args.step_ms):receive(args.pattern)
  return { data = received, error = err, timeouts = timeouts }
end
