--- Questions that calls of one worker ask Redis in the same turn of its event loop go together, over one connection: the call that
-- comes first asks for all. A burst would otherwise make a connection for each call, and Redis would answer the last too late.
local redis_connection = require "kong.plugins.partner-tier-limit.redis_connection"
local semaphore = require "ngx.semaphore"
local to_hex = require("resty.string").to_hex

local ngx = ngx
local find = string.find
local ipairs, pcall, type, unpack = ipairs, pcall, type, unpack

local M = {}

local MOST = 200
-- After this time in seconds another call asks: the one that was to ask is gone.
local GONE_S = 1

local digests = {}

local function digest_of(script)
  digests[script] = digests[script] or to_hex(ngx.sha1_bin(script))
  return digests[script]
end

--- Sends questions over a connection; each gets its answer, or the error of Redis.
-- @tparam string command 'evalsha', or 'eval' for the scripts' texts
-- @treturn nil|string why there is none for any
local function exchange(connection, command, questions)
  connection:init_pipeline(#questions)
  for _, question in ipairs(questions) do
    local script = command == "eval" and question.script or digest_of(question.script)
    connection[command](connection, script, 1, question.key, unpack(question.arguments))
  end
  local answers, err = connection:commit_pipeline()
  if not answers then
    return err
  end
  for i, question in ipairs(questions) do
    local answer = answers[i]
    question.answer, question.err = answer, nil
    if type(answer) == "table" and answer[1] == false then
      question.answer, question.err = nil, answer[2]
    end
  end
end

--- Those whose script this Redis does not know yet.
local function unknown(questions)
  local found = {}
  for _, question in ipairs(questions) do
    if question.err and find(question.err, "NOSCRIPT", 1, true) then
      found[#found + 1] = question
    end
  end
  return found
end

local function has_failed(questions)
  for _, question in ipairs(questions) do
    if question.err then
      return true
    end
  end
  return false
end

local function answer_all(conf, questions)
  local connection, err = redis_connection.open(conf)
  if not connection then
    return err
  end
  err = exchange(connection, "evalsha", questions)
  local again = err and {} or unknown(questions)
  if #again > 0 then
    err = exchange(connection, "eval", again)
  end
  if err or has_failed(questions) then
    connection:close()
  else
    redis_connection.keep(connection)
  end
  return err
end

-- The questions that wait for a call to ask them, by server.
local open = {}

--- Asks for all that has come together until its turn.
local function lead(name, conf, question)
  local questions = { question, since = ngx.now() }
  open[name] = questions
  ngx.sleep(0)
  if open[name] == questions then
    open[name] = nil
  end
  local ok, err = pcall(answer_all, conf, questions)
  for i, one in ipairs(questions) do
    one.err = one.err or (not ok or err) and (err or "no answer") or nil
    if i > 1 then
      one.answered:post(1)
    end
  end
end

local function follow(questions, conf, question)
  questions[#questions + 1] = question
  question.answered = semaphore.new()
  -- Connecting, sending and reading have their own time-outs; this one is for a call that is gone.
  local ok, err = question.answered:wait(GONE_S + 3 * conf.timeout / 1000)
  if not ok then
    question.err = err
  end
end

--- Runs a script.
-- @tparam table conf Kong's settings of a Redis server
-- @tparam string script one of scripts.lua
-- @tparam string key
-- @tparam table arguments
-- @treturn table|number|nil its answer
-- @treturn nil|string error
function M.run(conf, script, key, arguments)
  local name = redis_connection.pool_of(conf)
  local question = { script = script, key = key, arguments = arguments }
  local questions = open[name]
  if questions and #questions < MOST and ngx.now() - questions.since < GONE_S then
    follow(questions, conf, question)
  else
    lead(name, conf, question)
  end
  if question.err then
    return nil, question.err
  end
  return question.answer
end

return M
