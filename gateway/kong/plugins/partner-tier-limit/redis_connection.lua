--- Connections to a Redis server, kept for later calls.
local patient = require "kong.plugins.partner-tier-limit.patient"
local redis = require "resty.redis"

local ngx = ngx
local format, tostring = string.format, tostring

local M = {}

local IDLE_MS, POOL_SIZE = 60000, 100

local function is_set(text)
  return text and text ~= "" and text ~= ngx.null
end

--- Presents the password, and picks the database, on a new connection.
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

--- Names the connections that were made and checked alike. A value that is not there is `nil` or `ngx.null`.
function M.pool_of(conf)
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
    pool = M.pool_of(conf),
  })
  if not ok then
    return nil, err
  end
  connection._sock = patient.socket(connection._sock, conf.timeout)
  return connection
end

--- Connects; once more where the time was over much later than it should have been: the worker was busy, which says nothing of Redis.
local function connect_fairly(conf)
  ngx.update_time()
  local began = ngx.now()
  local connection, err = connect(conf)
  if err == "timeout" and patient.was_late(began, conf.timeout) then
    return connect(conf)
  end
  return connection, err
end

--- A connection that is ready for commands: one that was kept, or a new one.
-- @tparam table conf Kong's settings of a Redis server
-- @treturn table|nil
-- @treturn nil|string error
function M.open(conf)
  local connection, err = connect_fairly(conf)
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

--- Keeps a connection that nobody waits on for later calls.
function M.keep(connection)
  connection:set_keepalive(IDLE_MS, POOL_SIZE)
end

return M
