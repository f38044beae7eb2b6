-- rate-limiting, as far as a refusal of it matters: an API's own limit that is used up, or not.
local standin = ...
local kong = standin("kong")
local M = { VERSION = "1.0.0", PRIORITY = 910 }

function M:access(conf)
  if conf.used_up then return kong.response.exit(429, { message = "API rate limit exceeded" }) end
end

return M
