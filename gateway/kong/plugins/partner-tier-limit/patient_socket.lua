--- A socket that does not take a busy worker for a server that is away. nginx measures time-outs from one turn of its event loop to the
-- next: a worker that verified the tokens of a burst, or built its router anew, finds the time over before it has looked at what came
-- meanwhile. So after a time-out there is one more look, which finds at once what is there; where the worker was late it waits once more.
local ngx = ngx
local setmetatable = setmetatable

local M = {}

local LOOK_MS = 1
-- How many times its length a time-out has lasted when the worker was late.
local LATE = 1.5

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

--- Whether a time-out that began at a time was over much later than it should have been.
-- @tparam number began seconds, as ngx.now gives them
-- @tparam number wait_ms its length
function M.was_late(began, wait_ms)
  ngx.update_time()
  return (ngx.now() - began) * 1000 > LATE * wait_ms
end

function Patient:receive(...)
  local socket, began = self.socket, ngx.now()
  local data, err, part = socket:receive(...)
  if err ~= "timeout" or (part and part ~= "") then
    return data, err, part
  end
  local look_ms = M.was_late(began, self.wait_ms) and self.wait_ms or LOOK_MS
  socket:settimeouts(self.wait_ms, self.wait_ms, look_ms)
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
