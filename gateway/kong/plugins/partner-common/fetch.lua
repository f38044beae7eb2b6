--- One HTTP request whose answer is read up to a limit.
local http = require "resty.http"

local concat = table.concat

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

--- @tparam string uri
-- @tparam table options {method, headers, body, connect_timeout_ms, read_timeout_ms, max_bytes, verify_tls}
-- @treturn table|nil {status, body}
-- @treturn nil|string error, without anything of the request but its host
function M.request(uri, options)
  local client = http.new()
  local parsed, err = client:parse_uri(uri, true)
  if not parsed then
    return nil, err
  end
  local scheme, host, port, path = parsed[1], parsed[2], parsed[3], parsed[4]
  client:set_timeouts(options.connect_timeout_ms, options.read_timeout_ms, options.read_timeout_ms)
  local ok
  ok, err = client:connect({
    scheme = scheme,
    host = host,
    port = port,
    ssl_verify = options.verify_tls,
    ssl_server_name = host,
  })
  if not ok then
    return nil, host .. ": " .. err
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
    return nil, host .. ": " .. (err or "no answer")
  end
  client:set_keepalive()
  return { status = response.status, body = body }
end

return M
