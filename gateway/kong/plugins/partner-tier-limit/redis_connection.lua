--- Pooled connections to a Redis server.
local patient_socket = require "kong.plugins.partner-tier-limit.patient_socket"
local redis = require "resty.redis"

local ngx = ngx
local format, tostring = string.format, tostring

local M = {}

local IDLE_MS, POOL_SIZE = 60000, 100

local function is_set(text)
  return text and text ~= "" and text ~= ngx.null
end

--- Authenticates a new connection and selects its database.
local function prepare(connection, conf)
  if is_set(conf.password) then
    local ok, err
    if is_set(conf.username) then
      ok, err = connection:auth(conf.username, conf.password)
    else
      ok, err = connection:auth(conf.password)
    end
    if not ok then
      return nil, err
    end
  end
  if conf.database ~= 0 then
    return connection:select(conf.database)
  end
  return true
end

--- The name of a connection pool. Contains every setting that affects a connection; absent values are `nil` or `ngx.null`.
function M.pool_name(conf)
  return format(
    "gatewright:%s:%d:%d:%s:%s:%s:%s",
    conf.host, conf.port, conf.database, tostring(conf.ssl), tostring(conf.ssl_verify), tostring(conf.server_name),
    tostring(conf.username)
  )
end

local function connect(conf)
  local connection = redis:new()
  connection:set_timeouts(conf.timeout, conf.timeout, conf.timeout)
  local ok, err = connection:connect(conf.host, conf.port, {
    ssl = conf.ssl,
    ssl_verify = conf.ssl_verify,
    server_name = conf.server_name,
    pool = M.pool_name(conf),
  })
  if not ok then
    return nil, err
  end
  connection._sock = patient_socket.wrap(connection._sock, conf.timeout)
  return connection
end

--- Connects. Retries once if the time-out fired late: then the worker was busy, and Redis may be fine.
local function connect_patiently(conf)
  ngx.update_time()
  local started_at = ngx.now()
  local connection, err = connect(conf)
  if err == "timeout" and patient_socket.fired_late(started_at, conf.timeout) then
    return connect(conf)
  end
  return connection, err
end

--- Returns a connection that is ready for commands, from the pool or new.
-- @tparam table conf Kong's settings for a Redis server
-- @treturn table|nil
-- @treturn nil|string error
function M.open(conf)
  local connection, err = connect_patiently(conf)
  if not connection then
    return nil, err
  end
  local ok, reused = true, nil
  reused, err = connection:get_reused_times()
  if reused == 0 then
    ok, err = prepare(connection, conf)
  end
  if err or not ok then
    connection:close()
    return nil, err
  end
  return connection
end

--- Returns a connection to the pool. No reply may be outstanding on it.
function M.keep_alive(connection)
  connection:set_keepalive(IDLE_MS, POOL_SIZE)
end

return M
