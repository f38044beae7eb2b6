--- One HTTP request with limits on the total time and on the size of the response.
local deadline = require "kong.plugins.partner-common.deadline"
local http = require "resty.http"

local ngx = ngx
local concat = table.concat
local error, pcall = error, pcall

local M = {}

local CHUNK_BYTES = 8192

--- The body, or nil and an error if it is longer than `max_bytes` or incomplete.
local function read_body(response, max_bytes)
  local chunks, length = {}, 0
  while response.body_reader do
    local chunk, err = response.body_reader(CHUNK_BYTES)
    if err then
      return nil, err
    end
    if not chunk then
      break
    end
    length = length + #chunk
    if length > max_bytes then
      return nil, "the response is longer than " .. max_bytes .. " bytes"
    end
    chunks[#chunks + 1] = chunk
  end
  return concat(chunks)
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

--- Runs `open` and then `perform`, for `timeout_ms` in total. A second thread aborts `open`, that is name resolution and handshakes.
-- `perform` must not be aborted: lua-resty-http reads bodies in a coroutine of its own, which would be left behind. Every step of it
-- has a deadline instead, so it is awaited.
local function within(timeout_ms, open, perform)
  local connected, ok, result, err
  local worker = ngx.thread.spawn(function()
    ok, result, err = pcall(function()
      local success, connect_err = open()
      if not success then
        return nil, connect_err
      end
      connected = true
      return perform()
    end)
  end)
  local timer = ngx.thread.spawn(sleep, timeout_ms / 1000)
  ngx.thread.wait(worker, timer)
  local timed_out = ok == nil
  if timed_out and connected then
    ngx.thread.wait(worker)
  end
  ngx.thread.kill(worker)
  ngx.thread.kill(timer)
  if ok == false then
    error(result, 0)
  elseif timed_out then
    return nil, "timeout"
  end
  return result, err
end

--- @tparam string uri
-- @tparam table options {method, headers, body, connect_timeout_ms, read_timeout_ms, total_timeout_ms, max_bytes, verify_tls}:
-- `read_timeout_ms` applies to each send and receive, `total_timeout_ms` to the whole request; by default the latter is the sum of the
-- connect and read time-outs
-- @treturn table|nil {status, body}
-- @treturn nil|string error; the host is the only part of the URL in it
function M.request(uri, options)
  local client = http.new()
  local parsed = client:parse_uri(uri, true)
  if not parsed then
    return nil, "the URL is invalid"
  end
  local scheme, host, port, path = parsed[1], parsed[2], parsed[3], parsed[4]
  client:set_timeouts(options.connect_timeout_ms, options.read_timeout_ms, options.read_timeout_ms)
  local total_ms = options.total_timeout_ms or (options.connect_timeout_ms + options.read_timeout_ms)
  ngx.update_time()
  local ends_at = ngx.now() + total_ms / 1000
  local response, err = within(total_ms, function()
    return connect(client, scheme, host, port, options)
  end, function()
    client.sock = deadline.wrap(client.sock, ends_at, options.read_timeout_ms)
    return exchange(client, path, options)
  end)
  if not response then
    return nil, host .. ": " .. (err or "no response")
  end
  return response
end

return M
