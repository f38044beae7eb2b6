-- ngx.semaphore: a call waits until another one posts. In the stand-in it waits without a time-out.
local standin = ...
local strict = standin("strict")
local count = 0

return strict.closed("ngx.semaphore", {
  new = function(resources)
    count = count + 1
    local key, posted = "semaphore-" .. count, resources or 0
    return strict.closed("semaphore", {
      wait = function(_, seconds)
        assert(type(seconds) == "number" and seconds > 0, "a time-out in seconds is required")
        while posted == 0 do coroutine.yield({ wait_for = key }) end
        posted = posted - 1
        return true
      end,
      post = function(_, by)
        posted = posted + by
        coroutine.yield({ wake = key })
      end,
    })
  end,
})
