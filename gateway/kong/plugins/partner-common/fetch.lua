--- One HTTP request whose answer is read up to a limit, and no longer than for a time.
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

local function exchange(client, scheme, host, port, path, options)
  local ok, err = client:connect({
    scheme = scheme,
    host = host,
    port = port,
    ssl_verify = options.verify_tls,
    ssl_server_name = host,
  })
  if not ok then
    return nil, err
  end
  local response
  response, err = client:request({
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

--- Runs `body` for `milliseconds` at most. The time-outs of a connection begin anew with every byte, so an answer that drips would
-- never be too late for them: a thread beside it looks at the clock.
local function within(milliseconds, body)
  local ok, answer, err
  local working = ngx.thread.spawn(function()
    ok, answer, err = pcall(body)
  end)
  local waiting = ngx.thread.spawn(sleep, milliseconds / 1000)
  ngx.thread.wait(working, waiting)
  -- The end of a thread closes the connection on which it waits.
  ngx.thread.kill(working)
  ngx.thread.kill(waiting)
  if ok == nil then
    return nil, "no whole answer within " .. milliseconds .. " ms"
  elseif not ok then
    error(answer, 0)
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
  local answer, err = within(total_ms, function()
    return exchange(client, scheme, host, port, path, options)
  end)
  if not answer then
    return nil, host .. ": " .. (err or "no answer")
  end
  return answer
end

return M
