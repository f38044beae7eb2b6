-- resty.lrucache: values by key with a TTL. The stand-in never evicts a value early.
local standin = ...
local strict, state = standin("strict"), standin("state")

return strict.closed("resty.lrucache", {
  new = function(size)
    assert(type(size) == "number" and size > 0)
    local entries = {}
    return strict.closed("lrucache", {
      get = function(_, key)
        local found = entries[key]
        if found and found.expires_at > state.now then return found.value end
      end,
      set = function(_, key, value, ttl)
        entries[key] = { value = value, expires_at = ttl and state.now + ttl or math.huge }
      end,
    })
  end,
})
