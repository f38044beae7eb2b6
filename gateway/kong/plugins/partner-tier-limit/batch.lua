--- Runs Redis scripts in batches: all calls of a worker in one turn of its event loop share one connection and one pipeline. The first
-- call sends the batch, the others wait for its result. Otherwise a burst would open a connection per call, and Redis would answer the
-- last ones too late.
local redis_connection = require "kong.plugins.partner-tier-limit.redis_connection"
local semaphore = require "ngx.semaphore"
local to_hex = require("resty.string").to_hex

local ngx = ngx
local find = string.find
local ipairs, pcall, type, unpack = ipairs, pcall, type, unpack

local M = {}

local MAX_BATCH_SIZE = 200
-- A batch that is older than this was abandoned: the call that should have sent it has ended.
local ABANDONED_AFTER_S = 1

local digests = {}

local function digest_of(script)
  digests[script] = digests[script] or to_hex(ngx.sha1_bin(script))
  return digests[script]
end

--- Sends commands over a connection and stores in each its result, or the error that Redis returned for it.
-- @tparam string name 'evalsha', or 'eval' to send the source of the scripts
-- @treturn nil|string error that affects all commands
local function exchange(connection, name, commands)
  connection:init_pipeline(#commands)
  for _, command in ipairs(commands) do
    local script = name == "eval" and command.script or digest_of(command.script)
    connection[name](connection, script, 1, command.key, unpack(command.arguments))
  end
  local results, err = connection:commit_pipeline()
  if not results then
    return err
  end
  for i, command in ipairs(commands) do
    local result = results[i]
    command.result, command.err = result, nil
    if type(result) == "table" and result[1] == false then
      command.result, command.err = nil, result[2]
    end
  end
end

--- The commands whose script Redis has not loaded yet.
local function with_unknown_script(commands)
  local unknown = {}
  for _, command in ipairs(commands) do
    if command.err and find(command.err, "NOSCRIPT", 1, true) then
      unknown[#unknown + 1] = command
    end
  end
  return unknown
end

local function has_failed(commands)
  for _, command in ipairs(commands) do
    if command.err then
      return true
    end
  end
  return false
end

local function run_all(conf, commands)
  local connection, err = redis_connection.open(conf)
  if not connection then
    return err
  end
  err = exchange(connection, "evalsha", commands)
  local retried = err and {} or with_unknown_script(commands)
  if #retried > 0 then
    err = exchange(connection, "eval", retried)
  end
  if err or has_failed(commands) then
    connection:close()
  else
    redis_connection.keep_alive(connection)
  end
  return err
end

-- The batches that still accept commands, by server.
local open_batches = {}

--- Opens a batch, lets other calls join it, and sends it.
local function send_batch(server, conf, command)
  local commands = { command, opened_at = ngx.now() }
  open_batches[server] = commands
  ngx.sleep(0)
  if open_batches[server] == commands then
    open_batches[server] = nil
  end
  local ok, err = pcall(run_all, conf, commands)
  for i, sent in ipairs(commands) do
    sent.err = sent.err or (not ok or err) and (err or "no response") or nil
    if i > 1 then
      sent.done:post(1)
    end
  end
end

--- Adds a command to an open batch and waits for its result.
local function join_batch(commands, conf, command)
  commands[#commands + 1] = command
  command.done = semaphore.new()
  -- Connecting, sending and reading have time-outs of their own. This one applies if the call that should send the batch has ended.
  local ok, err = command.done:wait(ABANDONED_AFTER_S + 3 * conf.timeout / 1000)
  if not ok then
    command.err = err
  end
end

--- Runs a script.
-- @tparam table conf Kong's settings for a Redis server
-- @tparam string script one of scripts.lua
-- @tparam string key
-- @tparam table arguments
-- @treturn table|number|nil result
-- @treturn nil|string error
function M.run(conf, script, key, arguments)
  local server = redis_connection.pool_name(conf)
  local command = { script = script, key = key, arguments = arguments }
  local commands = open_batches[server]
  if commands and #commands < MAX_BATCH_SIZE and ngx.now() - commands.opened_at < ABANDONED_AFTER_S then
    join_batch(commands, conf, command)
  else
    send_batch(server, conf, command)
  end
  if command.err then
    return nil, command.err
  end
  return command.result
end

return M
