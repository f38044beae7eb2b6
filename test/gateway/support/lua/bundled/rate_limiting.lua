-- rate-limiting, reduced to its decision: the API's own limit is exceeded or not.
local standin = ...
local kong = standin("kong")
local M = { VERSION = "1.0.0", PRIORITY = 910 }

function M:access(conf)
  if conf.exceeded then return kong.response.exit(429, { message = "API rate limit exceeded" }) end
end

return M
