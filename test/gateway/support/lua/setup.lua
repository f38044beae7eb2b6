-- Sets up the gateway that a test describes: plugins with their settings, consumers, ACL groups, CA certificates.
local standin = ...
local state, json = standin("state"), standin("json")

local function handler_of(require, description)
  local handler
  if description.bundled then
    local bundled = standin("bundled." .. description.name:gsub("-", "_"))
    handler = setmetatable({ PRIORITY = description.config.priority }, { __index = bundled })
  else
    handler = require("kong.plugins." .. description.name .. ".handler")
  end
  assert(type(handler.PRIORITY) == "number" and type(handler.VERSION) == "string", "a plugin needs PRIORITY and VERSION")
  assert(not (handler.response and (handler.header_filter or handler.body_filter)), "a plugin cannot have both response and the filters")
  return handler
end

--- The config that Kong passes to the handler: validated, with defaults and resolved vault references.
local function config_of(require, description, vault)
  if description.bundled then return description.config end
  local checked = standin("schema.plugin")(require, description.name, description.config)
  if checked.errors then error("config of " .. description.name .. ": " .. json.encode(checked.errors)) end
  local function resolve(value)
    if type(value) == "table" then
      for name, inner in pairs(value) do value[name] = resolve(inner) end
    elseif type(value) == "string" and value:find("^{vault://.+}$") then
      -- Kong resolves a dangling reference to an empty string.
      return vault[value] or ""
    end
    return value
  end
  return resolve(checked.config)
end

return function(description)
  state.reset()
  state.preempt, state.shm_full, state.acls_error = description.preempt, description.shm_full, description.acls_error
  for _, consumer in ipairs(description.consumers or {}) do state.consumers[consumer.id] = consumer end
  for id, groups in pairs(description.acls or {}) do state.acls[id] = groups end
  for _, ca in ipairs(description.ca_certificates or {}) do state.ca_certificates[ca.id] = ca end
  local require = standin("sandbox")(standin("kong"), standin("pdk.ngx"))
  for _, plugin in ipairs(description.plugins or {}) do
    state.plugins[#state.plugins + 1] = {
      name = plugin.name, global = plugin.global, handler = handler_of(require, plugin),
      config = config_of(require, plugin, description.vault or {}),
    }
  end
  table.sort(state.plugins, function(a, b)
    if a.handler.PRIORITY ~= b.handler.PRIORITY then return a.handler.PRIORITY > b.handler.PRIORITY end
    return a.name > b.name
  end)
  -- As in a worker that starts: each plugin receives the configs of all its instances.
  local configs = {}
  for _, plugin in ipairs(state.plugins) do
    configs[plugin.handler] = configs[plugin.handler] or {}
    table.insert(configs[plugin.handler], plugin.config)
  end
  if description.configure then
    for handler, list in pairs(configs) do
      if handler.configure then handler:configure(list) end
    end
  end
end
