--- Counters in Redis, shared by all nodes: one script looks at all windows of a call and counts in all or none.
local redis = require "resty.redis"
local scripts = require "kong.plugins.partner-tier-limit.scripts"
local to_hex = require("resty.string").to_hex

local ngx = ngx
local concat, format, find = table.concat, string.format, string.find
local ipairs, tonumber, tostring = ipairs, tonumber, tostring

local M = {}

local LENGTHS = { second = "1", minute = "60", hour = "3600", day = "86400", month = "month" }
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

--- Connections that were made and checked alike. A value that is not there is `nil` or `ngx.null`.
local function pool_of(conf)
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
    pool = pool_of(conf),
  })
  if not ok then
    return nil, err
  end
  local reused
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

--- The script by its digest; by its text where this Redis does not know it yet.
local function run(conf, script, key, arguments)
  local connection, err = connect(conf.counters.redis)
  if not connection then
    return nil, err
  end
  local answer
  answer, err = connection:evalsha(to_hex(ngx.sha1_bin(script)), 1, key, unpack(arguments))
  if not answer and err and find(err, "NOSCRIPT", 1, true) then
    answer, err = connection:eval(script, 1, key, unpack(arguments))
  end
  if not answer then
    connection:close()
    return nil, err
  end
  connection:set_keepalive(IDLE_MS, POOL_SIZE)
  return answer
end

local function hash_of(owner)
  return "gatewright:limit:" .. owner
end

--- Takes one call from every window, or from none; as in local_counters.
function M.take(conf, owner, limits)
  local arguments = {}
  for _, limit in ipairs(limits) do
    arguments[#arguments + 1] = concat({ limit.counted, limit.window }, ":")
    arguments[#arguments + 1] = LENGTHS[limit.window]
    arguments[#arguments + 1] = format("%.0f", limit.limit)
  end
  local answer, err = run(conf, scripts.take, hash_of(owner), arguments)
  if not answer then
    return nil, err
  end
  local usage = { now = tonumber(answer[2]), windows = {}, taken = {} }
  usage.refused = answer[1] ~= 0 and answer[1] or nil
  for i, limit in ipairs(limits) do
    local at = 3 * i
    usage.windows[i] = { ends = answer[at + 1], count = answer[at + 2] }
    usage.taken[#usage.taken + 1] = concat({ limit.counted, limit.window }, ":")
    usage.taken[#usage.taken + 1] = format("%.0f", answer[at])
  end
  return usage
end

--- Gives back what a call took.
function M.give(conf, owner, usage)
  local _, err = run(conf, scripts.give, hash_of(owner), usage.taken)
  return err
end

return M
