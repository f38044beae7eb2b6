-- kong.response: the response to the client.
local standin = ...
local strict, context, headers, json = standin("strict"), standin("context"), standin("headers"), standin("json")

local READING = "header_filter response body_filter log"
local WRITING = "rewrite access header_filter response"
local M = {}

local function documented(name, phases, body)
  M[name] = context.guarded("kong.response." .. name, phases, body)
end

documented("get_status", READING, function(call) return call.response.status end)
documented("get_headers", READING, function(call) return call.response.headers end)
documented("get_header", READING, function(call, name) return headers.first(call.response.headers, name) end)
documented("get_source", READING, function(call) return call.response.source end)
documented("set_status", WRITING, function(call, status)
  assert(type(status) == "number" and status >= 100 and status <= 599, "code must be a number between 100 and 599")
  call.response.status = status
end)

local function checked(name, value)
  assert(type(name) == "string", "header name must be a string")
  assert(type(value) == "string" or type(value) == "number" or type(value) == "boolean", "invalid header value")
  return tostring(value)
end

documented("set_header", WRITING, function(call, name, value) headers.set(call.response.headers, name, checked(name, value)) end)
documented("add_header", WRITING, function(call, name, value) headers.add(call.response.headers, name, checked(name, value)) end)
documented("clear_header", WRITING, function(call, name) headers.set(call.response.headers, name, nil) end)

--- Ends the call. The plugin's code after it does not run.
documented("exit", "rewrite access response", function(call, status, body, more)
  assert(type(status) == "number" and status >= 100 and status <= 599, "code must be a number between 100 and 599")
  local written = {}
  for name, value in pairs(more or {}) do written[#written + 1] = { name, checked(name, value) } end
  if type(body) == "table" then
    body = json.encode(body)
    written[#written + 1] = { "Content-Type", "application/json; charset=utf-8" }
  end
  body = body or ""
  for _, pair in ipairs(written) do headers.set(call.response.headers, pair[1], pair[2]) end
  headers.set(call.response.headers, "Content-Length", tostring(#body))
  call.response.status, call.response.body = status, body
  coroutine.yield({ exit = true })
end)

return strict.closed("kong.response", M)
