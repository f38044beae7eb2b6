-- Runs calls side by side. A call is a coroutine; what it cannot do itself (crypto, HTTP, Redis, the upstream) it asks the tests for:
-- it yields { ask = name, args = … } and is resumed with the answer. A step takes a list of messages and gives a list of events:
--   { start = id, request = … }   begins a call          → { id, done = answer } when it is over
--   { reply = id, value = … }     answers what it asked  → { id, ask = name, args = … } when it asks for more
--   { clock = seconds }           sets the time
--   { setup = … }                 a gateway with these plugins and entities
--   { run = name, args = … }      runs a function of the stand-in → { done = result }
-- Within one step nothing else runs, and nothing depends on the order in which the tests answer.
local standin = ...
local json = standin("json")
local state = standin("state")

local M = {}
local calls = {}
local events

local advance

--- Goes on with the calls that waited for `key`.
local function wake(key)
  for id, call in pairs(calls) do
    if call.parked == key then
      call.parked = nil
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
  elseif out.park then
    call.parked = out.park
  elseif out.wake then
    advance(id)
    wake(out.wake)
  else
    events[#events + 1] = { id = id, ask = out.ask, args = out.args }
  end
end

local function begin(id, body)
  calls[id] = { co = coroutine.create(body) }
  advance(id)
end

--- Timers of delay 0 run when the step's calls wait or are over, as calls of their own.
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
