-- Light threads of ngx, as far as a call waits for the first of some that ask for things or sleep. What a thread asks is asked on; the
-- clock of the test says whose time has come, and who sleeps no longer comes before who works.
local standin = ...
local strict, context, state = standin("strict"), standin("context"), standin("state")

local function go_on(thread, ...)
  local function took(ok, ...)
    thread.out = { n = select("#", ...), ... }
    if not ok or coroutine.status(thread.co) == "dead" then thread.over, thread.ok = true, ok end
  end
  took(coroutine.resume(thread.co, ...))
end

local function is_awake(thread)
  local out = thread.out[1]
  return not thread.over and type(out) == "table" and out.sleep ~= nil and out.sleep <= state.now
end

local function is_asking(thread)
  local out = thread.out[1]
  return not thread.over and type(out) == "table" and out.ask ~= nil
end

local function find(threads, is)
  for _, thread in ipairs(threads) do
    if is(thread) then return thread end
  end
end

local thread = {
  spawn = function(body, ...)
    local made = { co = coroutine.create(body) }
    context.inherit(made.co)
    go_on(made, ...)
    return made
  end,
  wait = function(...)
    local threads = { ... }
    while true do
      local over = find(threads, function(one) return one.over and not one.waited end)
      if over then
        over.waited = true
        return over.ok, standin("spread")(over.out, over.out.n)
      end
      local awake = find(threads, is_awake)
      if awake then
        go_on(awake)
      else
        local asking = assert(find(threads, is_asking), "light threads that only sleep wait for ever")
        local answer = coroutine.yield(asking.out[1])
        -- It came too late where another one's time has come meanwhile.
        if not find(threads, is_awake) then go_on(asking, answer) end
      end
    end
  end,
  kill = function(one)
    if one.over then return nil, "already waited or killed" end
    one.over, one.waited = true, true
    return 1
  end,
}

return {
  sleep = function(seconds)
    -- Without a length it only lets others come first.
    if seconds == 0 then return standin("ask")("pause", {}) end
    coroutine.yield({ sleep = state.now + seconds })
  end,
  thread = strict.closed("ngx.thread", thread),
}
