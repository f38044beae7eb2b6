-- Runs a call through the phases in Kong's order: certificate, rewrite, access, the upstream, response or the filters, log.
local standin = ...
local state, context, headers, relay, call_host =
  standin("state"), standin("context"), standin("headers"), standin("run_nested"), standin("call_host")

--- Runs one phase of a plugin; true if it ended the call.
local function run(call, plugin, phase)
  local co = coroutine.create(plugin.handler[phase])
  context.bind(co, { call = call, plugin = plugin, phase = phase })
  return relay(co, plugin.handler, plugin.config) ~= nil
end

--- The plugins of the call. An instance of the API takes precedence over the global one.
local function plugins_of(call)
  local has_instance = {}
  for _, plugin in ipairs(state.plugins) do
    if not plugin.global then has_instance[plugin.name] = true end
  end
  local chosen = {}
  for _, plugin in ipairs(state.plugins) do
    if plugin.global and (not call.request.route or not has_instance[plugin.name]) or not plugin.global and call.request.route then
      chosen[#chosen + 1] = plugin
    end
  end
  return chosen
end

local function certificate(call)
  if not call.handshake then return end
  for _, plugin in ipairs(state.plugins) do
    if plugin.global and plugin.handler.certificate then run(call, plugin, "certificate") end
  end
end

local function gateway_response(call, status, message, source)
  call.response.status, call.response.source = status, source
  call.response.body = '{"message":"' .. message .. '"}'
  headers.set(call.response.headers, "Content-Type", "application/json; charset=utf-8")
  headers.set(call.response.headers, "Content-Length", tostring(#call.response.body))
end

--- The phase before a route is selected, for global plugins only.
local function rewrite(call)
  for _, plugin in ipairs(state.plugins) do
    if plugin.global and plugin.handler.rewrite then run(call, plugin, "rewrite") end
  end
end

--- A header from Kong's cache. Observed on 3.9.3: Kong reads all headers before the plugins' first phase.
local function cached_header(call, name)
  call.cached_request_headers = call.cached_request_headers or headers.new(call.request.headers, true)
  return headers.first(call.cached_request_headers, name)
end

--- Kong's last step before it calls the upstream: removes every header that Connection lists, including those that plugins have set.
local function clear_hop_by_hop(call)
  local connection = cached_header(call, "connection") or ""
  for name in connection:lower():gmatch("[^,%s]+") do
    headers.set(call.upstream_headers, name, nil)
  end
end

--- The phases before the upstream; true if one of them ended the call.
local function access(call, plugins)
  if not call.request.route then
    gateway_response(call, 404, "no Route matched with those values", "exit")
    return true
  end
  for _, plugin in ipairs(plugins) do
    if plugin.handler.access then
      local ok, ended = pcall(run, call, plugin, "access")
      if not ok then
        state.log_lines[#state.log_lines + 1] = { level = "err", text = tostring(ended) }
        gateway_response(call, 500, "An unexpected error occurred", "error")
        return true
      end
      if ended then
        call.response.source = "exit"
        return true
      end
    end
  end
end

--- Whether Kong buffers the response.
local function is_buffered(plugins)
  for _, plugin in ipairs(plugins) do
    if plugin.handler.response then return true end
  end
  return false
end

local function upstream(call, plugins)
  call.proxied = true
  local reply = call_host("upstream", { method = call.request.method, path = call.request.path, headers = call.upstream_headers })
  if reply.unreachable then
    call.upstream_status = 502
    gateway_response(call, 502, "An invalid response was received from the upstream server", "error")
    return false
  end
  call.upstream_status = reply.status
  call.upstream = { headers = headers.new(reply.headers), body = reply.body }
  if reply.truncated then
    assert(is_buffered(plugins), "the stand-in can only cut off responses that are buffered for a response phase")
    -- Observed: Kong sends a body of its own with the upstream's status and reports it as a plugin's; plugins cannot read that status.
    call.upstream_status = nil
    gateway_response(call, reply.status, "The upstream server responded with " .. reply.status, "exit")
    return false
  end
  local response = call.response
  response.status, response.body, response.source = reply.status, reply.body, "service"
  for name, value in pairs(reply.headers) do headers.set(response.headers, name, value) end
  return true
end

local function response_phase(call, plugins)
  for _, plugin in ipairs(plugins) do
    if plugin.handler.response and run(call, plugin, "response") then
      call.response.source = "exit"
      return
    end
  end
end

--- Passes the body through the filter in two chunks and an empty last one.
local function body_filter(call, plugin)
  local response = call.response
  local half = math.floor(#response.body / 2)
  local sent = ""
  for i, chunk in ipairs({ response.body:sub(1, half), response.body:sub(half + 1), "" }) do
    call.chunk = { chunk, i == 3 }
    run(call, plugin, "body_filter")
    sent = sent .. (call.chunk[1] or "")
  end
  response.body = sent
end

return function(request)
  request.headers = headers.new(request.headers, true)
  local call = {
    request = request, handshake = request.tls, shared = {}, plugin_memory = {}, log = {},
    -- nginx has a single list: later plugins read the headers that earlier ones changed for the upstream.
    upstream_headers = request.headers, response = { headers = headers.new() },
  }
  certificate(call)
  cached_header(call, "host")
  rewrite(call)
  local routed_host = cached_header(call, "host")
  local plugins = plugins_of(call)
  local ended = access(call, plugins)
  if not ended then clear_hop_by_hop(call) end
  if not ended and upstream(call, plugins) then response_phase(call, plugins) end
  for _, plugin in ipairs(plugins) do
    if plugin.handler.header_filter then run(call, plugin, "header_filter") end
  end
  for _, plugin in ipairs(plugins) do
    if plugin.handler.body_filter then body_filter(call, plugin) end
  end
  for _, plugin in ipairs(plugins) do
    if plugin.handler.log then run(call, plugin, "log") end
  end
  return {
    status = call.response.status, headers = call.response.headers, body = call.response.body, source = call.response.source,
    reached = call.upstream ~= nil, upstream = call.upstream and call.upstream_headers or nil, log = call.log,
    handshake = call.handshake, routed_host = routed_host,
  }
end
