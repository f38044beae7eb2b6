-- request-termination, with what tests need of any plugin of Kong's own: it answers as it is told, or throws.
local standin = ...
local kong = standin("kong")
local M = { VERSION = "1.0.0", PRIORITY = 2 }

function M:access(conf)
  if conf.throws then error("a plugin of Kong's own threw") end
  return kong.response.exit(conf.status, { message = conf.message }, conf.headers)
end

return M
