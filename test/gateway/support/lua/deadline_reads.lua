-- For tests: receives over a connection of partner-common/deadline.lua, whose socket has `data` and takes `took_s` for each step:
-- { data, took_s, left_s, step_ms, what } → { got, error, waits }, waits being the time-outs of the steps.
local standin = ...
local json, state = standin("json"), standin("state")

return function(args)
  local require = standin("sandbox")(standin("kong"), standin("pdk.ngx"))
  local data, waits = args.data, setmetatable({}, json.array_mt)
  local function take(_, most)
    state.now = state.now + args.took_s
    local part = data:sub(1, most)
    data = data:sub(#part + 1)
    return part
  end
  local socket = {
    settimeouts = function(_, connect, send, read)
      assert(connect == read and send == read)
      waits[#waits + 1] = math.floor(read + 0.5)
    end,
    receive = take,
    -- No more than three bytes come at a time.
    receiveany = function(self, most) return take(self, math.min(most, 3)) end,
  }
  local deadline = require("kong.plugins.partner-common.deadline")
  local got, err = deadline.connection(socket, state.now + args.left_s, args.step_ms):receive(args.what)
  return { got = got, error = err, waits = waits }
end
