-- kong.db: the entities of the stand-in's gateway. Every look-up is reported to the host, which can make it fail.
local standin = ...
local strict, state, call_host = standin("strict"), standin("state"), standin("call_host")

local function dao(name, extra)
  extra.cache_key = function(_, ...) return name .. ":" .. table.concat({ ... }, ":") end
  return strict.closed("kong.db." .. name, extra)
end

return strict.closed("kong.db", {
  consumers = dao("consumers", {
    select_by_custom_id = function(_, custom_id)
      assert(type(custom_id) == "string", "custom_id must be a string")
      local ok, err = call_host("db", { table = "consumers", custom_id = custom_id })
      if not ok then return nil, err end
      for _, consumer in pairs(state.consumers) do
        if consumer.custom_id == custom_id then return consumer end
      end
    end,
  }),
  ca_certificates = dao("ca_certificates", {
    select = function(_, key)
      local ok, err = call_host("db", { table = "ca_certificates", id = key.id })
      if not ok then return nil, err end
      return state.ca_certificates[key.id]
    end,
  }),
})
