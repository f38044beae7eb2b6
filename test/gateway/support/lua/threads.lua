-- The light threads of ngx, for a call that waits for the first of several threads that call the host or sleep. Host calls of a thread are
-- forwarded. The clock of the test decides when a sleeping thread wakes up, and those that are awake run first.
local standin = ...
local strict, context, state = standin("strict"), standin("context"), standin("state")

local function resume(thread, ...)
  local function record(ok, ...)
    thread.out = { n = select("#", ...), ... }
    if not ok or coroutine.status(thread.co) == "dead" then thread.is_done, thread.ok = true, ok end
  end
  record(coroutine.resume(thread.co, ...))
end

local function is_awake(thread)
  local out = thread.out[1]
  return not thread.is_done and type(out) == "table" and out.sleep ~= nil and out.sleep <= state.now
end

local function is_calling_host(thread)
  local out = thread.out[1]
  return not thread.is_done and type(out) == "table" and out.host_call ~= nil
end

local function find(threads, predicate)
  for _, thread in ipairs(threads) do
    if predicate(thread) then return thread end
  end
end

local thread = {
  spawn = function(body, ...)
    local created = { co = coroutine.create(body) }
    context.inherit(created.co)
    resume(created, ...)
    return created
  end,
  wait = function(...)
    local threads = { ... }
    while true do
      local done = find(threads, function(candidate) return candidate.is_done and not candidate.was_awaited end)
      if done then
        done.was_awaited = true
        return done.ok, standin("spread")(done.out, done.out.n)
      end
      local awake = find(threads, is_awake)
      if awake then
        resume(awake)
      else
        local calling = assert(find(threads, is_calling_host), "light threads that only sleep would wait forever")
        local reply = coroutine.yield(calling.out[1])
        -- If another thread woke up in the meantime, the reply was too late.
        if not find(threads, is_awake) then resume(calling, reply) end
      end
    end
  end,
  kill = function(target)
    if target.is_done then return nil, "already waited or killed" end
    target.is_done, target.was_awaited = true, true
    return 1
  end,
}

return {
  sleep = function(seconds)
    -- A sleep of 0 only yields to other calls.
    if seconds == 0 then return standin("call_host")("pause", {}) end
    coroutine.yield({ sleep = state.now + seconds })
  end,
  thread = strict.closed("ngx.thread", thread),
}
