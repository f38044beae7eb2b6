-- The parts of ngx that the plugins use.
local standin = ...
local strict, state, context, json, call_host = standin("strict"), standin("state"), standin("context"), standin("json"), standin("call_host")
local threads = standin("threads")

local function dictionary(name)
  local function entry(key)
    local found = (state.shm[name] or {})[key]
    if found and found.expires_at > state.now then return found end
  end
  return strict.closed("ngx.shared." .. name, {
    get = function(_, key)
      local found = entry(key)
      return found and found.value
    end,
    --- Atomic for one key; with `preempt`, other calls may run before each increment.
    incr = function(_, key, by, init, init_ttl)
      if state.preempt then call_host("pause", { key = key }) end
      if state.shm_full then return nil, "no memory" end
      local found = entry(key)
      if not found then
        if init == nil then return nil, "not found" end
        found = { value = init, expires_at = (init_ttl or 0) == 0 and math.huge or state.now + init_ttl }
        state.shm[name] = state.shm[name] or {}
        state.shm[name][key] = found
      end
      found.value = found.value + by
      return found.value
    end,
  })
end

local var = setmetatable({}, {
  __index = function(_, name)
    local call = context.current().call
    local handshake = call.handshake
    if name == "kong_request_id" then return call.request.id end
    if name == "http_connection" then
      local value = call.request.headers.connection
      return type(value) == "table" and table.concat(value, ", ") or value
    end
    if name == "ssl_client_s_dn" then return handshake and handshake.requested and handshake.client_subject or nil end
    error("the stand-in has no ngx.var." .. tostring(name), 2)
  end,
})

--- Kong's internal data about a call.
local ctx = setmetatable({}, {
  __index = function(_, name)
    if name == "KONG_PROXIED" then return context.current().call.proxied end
    if name == "cached_request_headers" then return context.current().call.cached_request_headers end
    error("the stand-in has no ngx.ctx." .. tostring(name), 2)
  end,
  __newindex = function(_, name, value)
    assert(name == "cached_request_headers", "the stand-in only supports cached_request_headers in ngx.ctx")
    context.current().call.cached_request_headers = value
  end,
})

--- In body_filter: 1 is a chunk of the body, which may be replaced or set to nil; 2 is whether it is the last chunk.
local arg = setmetatable({}, {
  __index = context.guarded("ngx.arg", "body_filter", function(call, _, at) return call.chunk[at] end),
  __newindex = context.guarded("ngx.arg", "body_filter", function(call, _, at, value)
    assert(at == 1 and (value == nil or type(value) == "string"), "ngx.arg[1] has to be a string or nil")
    call.chunk[1] = value
  end),
})

return strict.closed("ngx", {
  null = json.null,
  sha1_bin = function(text) return call_host("digest", { digest = "sha1", data = text }).bytes end,
  encode_base64 = function(bytes, no_padding)
    assert(no_padding, "the stand-in only encodes without padding")
    return (standin("base64").encode_url(bytes):gsub("-", "+"):gsub("_", "/"))
  end,
  now = function() return state.now end,
  update_time = function() end,
  time = function() return math.floor(state.now) end,
  arg = arg,
  req = strict.closed("ngx.req", {
    set_header = context.guarded("ngx.req.set_header", "rewrite access", function(call, name, value)
      standin("headers").set(call.request.headers, name, value)
    end),
  }),
  var = var,
  ctx = ctx,
  sleep = threads.sleep,
  thread = threads.thread,
  shared = strict.closed("ngx.shared", { kong_rate_limiting_counters = dictionary("kong_rate_limiting_counters") }),
  timer = strict.closed("ngx.timer", {
    at = function(delay, body, ...)
      assert(delay == 0, "the stand-in only supports timers without delay")
      local args = { ... }
      local count = select("#", ...)
      state.timers[#state.timers + 1] = function()
        local co = coroutine.create(function() body(false, standin("spread")(args, count)) end)
        context.bind(co, { phase = "timer" })
        return standin("run_nested")(co)
      end
      return true
    end,
  }),
})
