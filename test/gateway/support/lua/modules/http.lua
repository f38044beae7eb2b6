-- resty.http: one request over one connection, whose body is read in chunks. The test provides the response.
local standin = ...
local strict, call_host, headers, state = standin("strict"), standin("call_host"), standin("headers"), standin("state")

local function client()
  -- The time-outs of individual steps are not simulated: see fetch.test.ts.
  local M = { sock = strict.closed("socket of resty.http", {}) }
  local target, timeouts
  function M:set_timeouts(connect, send, read) timeouts = { connect = connect, send = send, read = read } end
  function M:parse_uri(uri, query_in_path)
    assert(query_in_path ~= false, "the stand-in always leaves the query in the path")
    local scheme, authority, rest = uri:match("^(https?)://([^/?]+)(.*)$")
    if not scheme then return nil, "bad uri: " .. uri end
    local host, port = authority:match("^(.*):(%d+)$")
    if not rest:find("^/") then rest = "/" .. rest end
    return { scheme, host or authority, tonumber(port) or (scheme == "https" and 443 or 80), rest }
  end
  function M:connect(options)
    target = options
    local ok, err = call_host("http_connect", { host = options.host, port = options.port, server_name = options.ssl_server_name })
    if not ok then return nil, err end
    return true
  end
  function M:request(options)
    local reply, err = call_host("http", {
      scheme = target.scheme, host = target.host, port = target.port, verify = target.ssl_verify,
      method = options.method, path = options.path, headers = options.headers, body = options.body, timeouts = timeouts,
    })
    if not reply then return nil, err end
    local rest = reply.body
    return strict.closed("response", {
      status = reply.status, headers = headers.new(reply.headers), has_body = rest ~= "",
      body_reader = function(size)
        if rest == "" then return nil end
        if reply.chunk_s then
          state.now = state.now + reply.chunk_s
          call_host("pause", {})
        end
        local chunk = rest:sub(1, size)
        rest = rest:sub(size + 1)
        return chunk
      end,
    })
  end
  function M:set_keepalive() return 1 end
  function M:close() return 1 end
  return strict.closed("resty.http client", M)
end

return strict.closed("resty.http", { new = client })
