--- A socket that does not blame the server if the worker was busy. nginx measures time-outs from one turn of its event loop to the next:
-- if a worker verifies the tokens of a burst or rebuilds its router, a time-out may fire before the worker has looked at data that
-- arrived in time. So after a time-out the socket reads once more: briefly, which returns data that has arrived, or for the full
-- time-out if the worker was late.
local ngx = ngx
local setmetatable = setmetatable

local M = {}

local RETRY_MS = 1
-- A time-out that took this many times its length fired late.
local LATE_FACTOR = 1.5

local Socket = {}

--- All other methods go to the wrapped socket.
local METATABLE = {
  __index = function(self, name)
    return Socket[name] or function(_, ...)
      local socket = self.socket
      return socket[name](socket, ...)
    end
  end,
}

--- Whether a time-out fired much later than it should have.
-- @tparam number started_at seconds, as returned by ngx.now
-- @tparam number timeout_ms
function M.fired_late(started_at, timeout_ms)
  ngx.update_time()
  return (ngx.now() - started_at) * 1000 > LATE_FACTOR * timeout_ms
end

function Socket:receive(...)
  local socket, started_at = self.socket, ngx.now()
  local data, err, partial = socket:receive(...)
  if err ~= "timeout" or (partial and partial ~= "") then
    return data, err, partial
  end
  local retry_ms = M.fired_late(started_at, self.timeout_ms) and self.timeout_ms or RETRY_MS
  socket:settimeouts(self.timeout_ms, self.timeout_ms, retry_ms)
  data, err, partial = socket:receive(...)
  socket:settimeouts(self.timeout_ms, self.timeout_ms, self.timeout_ms)
  return data, err, partial
end

--- @tparam table socket connected cosocket
-- @tparam number timeout_ms longest wait of one step
function M.wrap(socket, timeout_ms)
  return setmetatable({ socket = socket, timeout_ms = timeout_ms }, METATABLE)
end

return M
