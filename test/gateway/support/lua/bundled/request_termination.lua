-- request-termination, also used for other plugins of Kong: sends the configured response, or raises an error.
local standin = ...
local kong = standin("kong")
local M = { VERSION = "1.0.0", PRIORITY = 2 }

function M:access(conf)
  if conf.raises then error("a plugin of Kong failed") end
  return kong.response.exit(conf.status, { message = conf.message }, conf.headers)
end

return M
