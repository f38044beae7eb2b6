--- A socket that does not take a busy worker for a server that is away. nginx measures time-outs from one turn of its event loop to the
-- next: a worker that verified the tokens of a burst, or built its router anew, finds the time over before it has looked at what came
-- meanwhile. So after a time-out there is one more look, which finds at once what is there, and waits for nothing else.
local setmetatable = setmetatable

local M = {}

local LOOK_MS = 1

local Patient = {}

--- Everything else is done by the socket itself.
local MT = {
  __index = function(self, name)
    return Patient[name] or function(_, ...)
      local socket = self.socket
      return socket[name](socket, ...)
    end
  end,
}

function Patient:receive(...)
  local socket = self.socket
  local data, err, part = socket:receive(...)
  if err ~= "timeout" or (part and part ~= "") then
    return data, err, part
  end
  socket:settimeouts(self.wait_ms, self.wait_ms, LOOK_MS)
  data, err, part = socket:receive(...)
  socket:settimeouts(self.wait_ms, self.wait_ms, self.wait_ms)
  return data, err, part
end

--- @tparam table socket a connected one of ngx
-- @tparam number wait_ms how long one step may wait
function M.socket(socket, wait_ms)
  return setmetatable({ socket = socket, wait_ms = wait_ms }, MT)
end

return M
