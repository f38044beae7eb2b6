--- A connection with a deadline. The time-outs of a socket restart with every byte, so a peer that sends a line or a body one byte at a
-- time would never exceed them. Here no step waits for more than the next bytes, and none starts after the deadline.
local ngx = ngx
local concat = table.concat
local min, setmetatable = math.min, setmetatable

local M = {}

local TIMEOUT = "timeout"
local MAX_LINE_BYTES = 16384

local Connection = {}

--- All other methods go to the socket.
local METATABLE = {
  __index = function(self, name)
    return Connection[name] or function(_, ...)
      local socket = self.socket
      return socket[name](socket, ...)
    end
  end,
}

--- Limits the next step to its own time-out or the time left, whichever is shorter; false if no time is left.
local function set_step_timeout(self)
  ngx.update_time()
  local left_ms = (self.deadline - ngx.now()) * 1000
  if left_ms < 1 then
    return false
  end
  local timeout_ms = min(left_ms, self.step_ms)
  self.socket:settimeouts(timeout_ms, timeout_ms, timeout_ms)
  return true
end

local function receive_line(self)
  local bytes = {}
  while #bytes <= MAX_LINE_BYTES do
    if not set_step_timeout(self) then
      return nil, TIMEOUT
    end
    local byte, err = self.socket:receive(1)
    if not byte then
      return nil, err, concat(bytes)
    elseif byte == "\n" then
      return concat(bytes)
    elseif byte ~= "\r" then
      bytes[#bytes + 1] = byte
    end
  end
  return nil, "a line is longer than " .. MAX_LINE_BYTES .. " bytes"
end

--- Receives a line ("*l") or a number of bytes.
function Connection:receive(pattern)
  if pattern == "*l" then
    return receive_line(self)
  end
  local chunks, missing = {}, pattern
  while missing > 0 do
    if not set_step_timeout(self) then
      return nil, TIMEOUT, concat(chunks)
    end
    local chunk, err = self.socket:receiveany(missing)
    if not chunk then
      return nil, err, concat(chunks)
    end
    chunks[#chunks + 1], missing = chunk, missing - #chunk
  end
  return concat(chunks)
end

function Connection:send(data)
  if not set_step_timeout(self) then
    return nil, TIMEOUT
  end
  return self.socket:send(data)
end

--- @tparam table socket connected cosocket
-- @tparam number deadline seconds since 1970
-- @tparam number step_ms longest wait of one step
function M.wrap(socket, deadline, step_ms)
  return setmetatable({ socket = socket, deadline = deadline, step_ms = step_ms }, METATABLE)
end

return M
