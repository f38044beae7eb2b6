-- Runs calls concurrently. A call is a coroutine. For crypto, HTTP, Redis and the upstream it calls the host: it yields
-- { host_call = name, args = … } and is resumed with the result. A step takes a list of messages and returns a list of events:
--   { start = id, request = … }   starts a call               → { id, done = response } when it ends
--   { reply = id, value = … }     the result of a host call   → { id, host_call = name, args = … } for the next host call
--   { clock = seconds }           sets the time
--   { setup = … }                 sets up a gateway with these plugins and entities
--   { run = name, args = … }      runs a function of the stand-in → { done = result }
-- Nothing else runs during a step, and nothing depends on the order in which the host replies.
local standin = ...
local json = standin("json")
local state = standin("state")

local M = {}
local calls = {}
local events

local advance

--- Resumes the calls that are waiting for `key`.
local function wake(key)
  for id, call in pairs(calls) do
    if call.waits_for == key then
      call.waits_for = nil
      advance(id)
    end
  end
end

function advance(id, value)
  local call = calls[id]
  local ok, out = coroutine.resume(call.co, value)
  if not ok then
    calls[id] = nil
    events[#events + 1] = { id = id, failed = debug.traceback(call.co, tostring(out)) }
  elseif coroutine.status(call.co) == "dead" then
    calls[id] = nil
    events[#events + 1] = { id = id, done = out }
  elseif out.wait_for then
    call.waits_for = out.wait_for
  elseif out.wake then
    advance(id)
    wake(out.wake)
  else
    events[#events + 1] = { id = id, host_call = out.host_call, args = out.args }
  end
end

local function begin(id, body)
  calls[id] = { co = coroutine.create(body) }
  advance(id)
end

--- Timers with delay 0 run as separate calls once the calls of the step wait or have ended.
local function run_timers()
  while #state.timers > 0 do
    local timer = table.remove(state.timers, 1)
    state.timer_count = state.timer_count + 1
    begin("timer-" .. state.timer_count, timer)
  end
end

local function handle(message)
  if message.clock then
    state.now = message.clock
  elseif message.setup then
    standin("setup")(message.setup)
  elseif message.start then
    begin(message.start, function() return standin("pipeline")(message.request) end)
  elseif message.run then
    begin(message.run.id, function() return standin(message.run.name)(message.run.args) end)
  else
    advance(message.reply, message.value)
  end
end

function M.step(text)
  events = setmetatable({}, json.array_mt)
  for _, message in ipairs(json.decode(text, true)) do
    handle(message)
    run_timers()
  end
  return json.encode(events, true)
end

return M
