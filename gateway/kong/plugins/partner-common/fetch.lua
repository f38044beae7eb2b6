--- One HTTP request whose answer is read up to a limit, and no longer than for a time.
local deadline = require "kong.plugins.partner-common.deadline"
local http = require "resty.http"

local ngx = ngx
local concat = table.concat
local error, pcall = error, pcall

local M = {}

local CHUNK = 8192

--- The body, or nil where it is longer than `max_bytes` or breaks off.
local function read_body(response, max_bytes)
  local parts, length = {}, 0
  while response.body_reader do
    local part, err = response.body_reader(CHUNK)
    if err then
      return nil, err
    end
    if not part then
      break
    end
    length = length + #part
    if length > max_bytes then
      return nil, "the answer is longer than " .. max_bytes .. " bytes"
    end
    parts[#parts + 1] = part
  end
  return concat(parts)
end

local function connect(client, scheme, host, port, options)
  return client:connect({
    scheme = scheme,
    host = host,
    port = port,
    ssl_verify = options.verify_tls,
    ssl_server_name = host,
  })
end

local function exchange(client, path, options)
  local response, err = client:request({
    method = options.method or "GET",
    path = path,
    headers = options.headers,
    body = options.body,
  })
  local body
  if response then
    body, err = read_body(response, options.max_bytes)
  end
  if not body then
    client:close()
    return nil, err
  end
  client:set_keepalive()
  return { status = response.status, body = body }
end

local function sleep(seconds)
  ngx.sleep(seconds)
end

--- Runs `begin`, which connects, and `go_on` for `milliseconds` at most. Looking up a name and the handshakes are given up from outside,
-- by a thread beside them. What comes after cannot be: lua-resty-http reads bodies in a coroutine of its own, which would live on.
-- There each step ends by itself, so it is waited for.
local function within(milliseconds, begin, go_on)
  local connected, ok, answer, err
  local working = ngx.thread.spawn(function()
    ok, answer, err = pcall(function()
      local success, problem = begin()
      if not success then
        return nil, problem
      end
      connected = true
      return go_on()
    end)
  end)
  local waiting = ngx.thread.spawn(sleep, milliseconds / 1000)
  ngx.thread.wait(working, waiting)
  local late = ok == nil
  if late and connected then
    ngx.thread.wait(working)
  end
  ngx.thread.kill(working)
  ngx.thread.kill(waiting)
  if ok == false then
    error(answer, 0)
  elseif late then
    return nil, "timeout"
  end
  return answer, err
end

--- @tparam string uri
-- @tparam table options {method, headers, body, connect_timeout_ms, read_timeout_ms, total_timeout_ms, max_bytes, verify_tls}:
-- `read_timeout_ms` is for each time that something is sent or received, `total_timeout_ms` for everything together, as long as for a
-- connection and one part where it is not given
-- @treturn table|nil {status, body}
-- @treturn nil|string error, without anything of the request but its host
function M.request(uri, options)
  local client = http.new()
  local parsed = client:parse_uri(uri, true)
  if not parsed then
    return nil, "the address cannot be read"
  end
  local scheme, host, port, path = parsed[1], parsed[2], parsed[3], parsed[4]
  client:set_timeouts(options.connect_timeout_ms, options.read_timeout_ms, options.read_timeout_ms)
  local total_ms = options.total_timeout_ms or (options.connect_timeout_ms + options.read_timeout_ms)
  ngx.update_time()
  local ends = ngx.now() + total_ms / 1000
  local answer, err = within(total_ms, function()
    return connect(client, scheme, host, port, options)
  end, function()
    client.sock = deadline.connection(client.sock, ends, options.read_timeout_ms)
    return exchange(client, path, options)
  end)
  if not answer then
    return nil, host .. ": " .. (err or "no answer")
  end
  return answer
end

return M
