-- resty.lrucache: values by key for a time. The stand-in forgets none before its time.
local standin = ...
local strict, state = standin("strict"), standin("state")

return strict.closed("resty.lrucache", {
  new = function(most)
    assert(type(most) == "number" and most > 0)
    local entries = {}
    return strict.closed("lrucache", {
      get = function(_, key)
        local found = entries[key]
        if found and found.ends > state.now then return found.value end
      end,
      set = function(_, key, value, ttl)
        entries[key] = { value = value, ends = ttl and state.now + ttl or math.huge }
      end,
    })
  end,
})
