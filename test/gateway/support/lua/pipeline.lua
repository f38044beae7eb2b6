-- One call through the phases, in Kong's order: certificate, access, the upstream, response or the filters, log.
local standin = ...
local state, context, headers, relay, ask =
  standin("state"), standin("context"), standin("headers"), standin("relay"), standin("ask")

--- Runs a plugin's phase; true where it ended the call.
local function run(call, plugin, phase)
  local co = coroutine.create(plugin.handler[phase])
  context.bind(co, { call = call, plugin = plugin, phase = phase })
  return relay(co, plugin.handler, plugin.config) ~= nil
end

--- The plugins of the call: of two instances of one plugin the API's own.
local function plugins_of(call)
  local own = {}
  for _, plugin in ipairs(state.plugins) do
    if not plugin.global then own[plugin.name] = true end
  end
  local chosen = {}
  for _, plugin in ipairs(state.plugins) do
    if plugin.global and (not call.request.route or not own[plugin.name]) or not plugin.global and call.request.route then
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

local function gateway_answer(call, status, message, source)
  call.response.status, call.response.source = status, source
  call.response.body = '{"message":"' .. message .. '"}'
  headers.set(call.response.headers, "Content-Type", "application/json; charset=utf-8")
  headers.set(call.response.headers, "Content-Length", tostring(#call.response.body))
end

--- Before a route is looked for: global plugins only.
local function rewrite(call)
  for _, plugin in ipairs(state.plugins) do
    if plugin.global and plugin.handler.rewrite then run(call, plugin, "rewrite") end
  end
end

--- A header as Kong remembers it: measured on 3.9.3, all are read before the plugins' first phase.
local function remembered(call, name)
  call.cached_request_headers = call.cached_request_headers or headers.new(call.request.headers, true)
  return headers.first(call.cached_request_headers, name)
end

--- What Kong does last before it calls the upstream: it takes away every header that Connection names, those that plugins have set
-- included.
local function clear_named(call)
  local connection = remembered(call, "connection") or ""
  for name in connection:lower():gmatch("[^,%s]+") do
    headers.set(call.upstream_headers, name, nil)
  end
end

--- The phases before the upstream; true where one ended the call.
local function access(call, plugins)
  if not call.request.route then
    gateway_answer(call, 404, "no Route matched with those values", "exit")
    return true
  end
  for _, plugin in ipairs(plugins) do
    if plugin.handler.access then
      local ok, ended = pcall(run, call, plugin, "access")
      if not ok then
        state.log_lines[#state.log_lines + 1] = { level = "err", text = tostring(ended) }
        gateway_answer(call, 500, "An unexpected error occurred", "error")
        return true
      end
      if ended then
        call.response.source = "exit"
        return true
      end
    end
  end
end

--- Whether Kong holds the answer back until it is whole.
local function is_buffered(plugins)
  for _, plugin in ipairs(plugins) do
    if plugin.handler.response then return true end
  end
  return false
end

local function upstream(call, plugins)
  call.proxied = true
  local answer = ask("upstream", { method = call.request.method, path = call.request.path, headers = call.upstream_headers })
  if answer.away then
    call.upstream_status = 502
    gateway_answer(call, 502, "An invalid response was received from the upstream server", "error")
    return false
  end
  call.upstream_status = answer.status
  call.upstream = { headers = headers.new(answer.headers), body = answer.body }
  if answer.broken then
    assert(is_buffered(plugins), "the stand-in breaks off only answers that are held back for a response phase")
    -- Measured: the upstream's status stays, under a body of Kong's own, which passes for a plugin's; plugins cannot read it.
    call.upstream_status = nil
    gateway_answer(call, answer.status, "The upstream server responded with " .. answer.status, "exit")
    return false
  end
  local response = call.response
  response.status, response.body, response.source = answer.status, answer.body, "service"
  for name, value in pairs(answer.headers) do headers.set(response.headers, name, value) end
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

--- The body goes through the filters in two parts and an empty last one.
local function body_filter(call, plugin)
  local response = call.response
  local half = math.floor(#response.body / 2)
  local sent = ""
  for i, part in ipairs({ response.body:sub(1, half), response.body:sub(half + 1), "" }) do
    call.chunk = { part, i == 3 }
    run(call, plugin, "body_filter")
    sent = sent .. (call.chunk[1] or "")
  end
  response.body = sent
end

return function(request)
  request.headers = headers.new(request.headers, true)
  local call = {
    request = request, handshake = request.tls, shared = {}, plugin_memory = {}, log = {},
    -- nginx has one list: what a plugin changes for the upstream is what later ones read.
    upstream_headers = request.headers, response = { headers = headers.new() },
  }
  certificate(call)
  remembered(call, "host")
  rewrite(call)
  local routed_host = remembered(call, "host")
  local plugins = plugins_of(call)
  local ended = access(call, plugins)
  if not ended then clear_named(call) end
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
