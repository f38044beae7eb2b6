--- A connection whose every step ends by a point in time. The time-outs of a socket begin anew with each byte, so a line or a part that
-- drips would never be too late for them. So no step here waits for more than the next bytes.
local ngx = ngx
local concat = table.concat
local min, setmetatable = math.min, setmetatable

local M = {}

local LATE = "timeout"
local LONGEST_LINE = 16384

local Connection = {}

--- All that is not about time is done by the socket itself.
local MT = {
  __index = function(self, name)
    return Connection[name] or function(_, ...)
      local socket = self.socket
      return socket[name](socket, ...)
    end
  end,
}

--- Gives the next step its time, or what is left; false where nothing is.
local function may_go_on(self)
  ngx.update_time()
  local left_ms = (self.ends - ngx.now()) * 1000
  if left_ms < 1 then
    return false
  end
  local wait_ms = min(left_ms, self.step_ms)
  self.socket:settimeouts(wait_ms, wait_ms, wait_ms)
  return true
end

local function receive_line(self)
  local bytes = {}
  while #bytes <= LONGEST_LINE do
    if not may_go_on(self) then
      return nil, LATE
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
  return nil, "a line is longer than " .. LONGEST_LINE .. " bytes"
end

--- A line ("*l"), or as many bytes as are asked for.
function Connection:receive(what)
  if what == "*l" then
    return receive_line(self)
  end
  local parts, missing = {}, what
  while missing > 0 do
    if not may_go_on(self) then
      return nil, LATE, concat(parts)
    end
    local part, err = self.socket:receiveany(missing)
    if not part then
      return nil, err, concat(parts)
    end
    parts[#parts + 1], missing = part, missing - #part
  end
  return concat(parts)
end

function Connection:send(data)
  if not may_go_on(self) then
    return nil, LATE
  end
  return self.socket:send(data)
end

--- @tparam table socket a connected one of ngx
-- @tparam number ends seconds since 1970
-- @tparam number step_ms how long one step may wait
function M.connection(socket, ends, step_ms)
  return setmetatable({ socket = socket, ends = ends, step_ms = step_ms }, MT)
end

return M
