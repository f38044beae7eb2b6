-- resty.redis: backed by redis_memory.lua or, if the test provides one, by a real Redis.
local standin = ...
local strict, call_host, json, state = standin("strict"), standin("call_host"), standin("json"), standin("state")

--- The arguments as strings, as Redis receives them.
local function texts(...)
  local list = setmetatable({}, json.array_mt)
  for i = 1, select("#", ...) do
    local value = select(i, ...)
    assert(type(value) == "string" or type(value) == "number", "an argument for Redis has to be a string or a number")
    list[i] = type(value) == "number" and string.format("%.14g", value) or value
  end
  return list
end

local function connection()
  -- The underlying socket, which is only passed on.
  local M = { _sock = {} }
  local target, timeouts

  local function command(name, ...)
    local reply, err = call_host("redis", { target = target, command = name, args = texts(...) })
    if not reply then return nil, err end
    if reply.memory then return standin("redis_memory")(name, texts(...)) end
    if reply.reply_error then return false, reply.reply_error end
    return reply.value
  end

  function M:set_timeouts(connect, send, read) timeouts = { connect = connect, send = send, read = read } end
  function M:connect(host, port, options)
    assert(type(host) == "string" and type(port) == "number")
    target = { host = host, port = port, ssl = options.ssl, ssl_verify = options.ssl_verify, server_name = options.server_name }
    target.timeouts = assert(timeouts, "a connection has to have time-outs")
    local ok, err = call_host("redis", { target = target, command = "connect", args = texts() })
    if ok and ok.took_s then state.now = state.now + ok.took_s end
    if ok and ok.timed_out then return nil, "timeout" end
    if not ok then return nil, err end
    target.pool = options.pool
    state.redis_open = state.redis_open + 1
    return true
  end
  function M:get_reused_times() return state.redis_pools[target.pool] or 0 end
  function M:auth(...) return command("auth", ...) end
  function M:select(...) return command("select", ...) end
  local pipeline
  local function send(name, ...)
    if not pipeline then return command(name, ...) end
    local args, count = { ... }, select("#", ...)
    pipeline[#pipeline + 1] = function() return command(name, standin("spread")(args, count)) end
  end
  function M:init_pipeline() pipeline = {} end
  --- An error reply of Redis becomes { false, error }; a connection error ends the pipeline.
  function M:commit_pipeline()
    local commands, results = pipeline, {}
    pipeline = nil
    for i, run in ipairs(commands) do
      local result, err = run()
      if result == nil then return nil, err end
      results[i] = result or { false, err }
    end
    return results
  end
  function M:eval(...) return send("eval", ...) end
  function M:evalsha(...) return send("evalsha", ...) end
  function M:script(...) return command("script", ...) end
  function M:set_keepalive()
    state.redis_pools[target.pool], state.redis_open = 1, state.redis_open - 1
    return true
  end
  function M:close()
    state.redis_open = state.redis_open - 1
    return true
  end
  return strict.closed("resty.redis connection", M)
end

return strict.closed("resty.redis", { new = connection })
