-- In place of a plugin that authenticates: the call says itself which consumer it is of, for tests of what comes after. With
-- `anonymous` the consumer has no credential, as that of Kong's plugins for callers who have none.
local standin = ...
local kong, state = standin("kong"), standin("state")
local M = { VERSION = "1.0.0", PRIORITY = 1450 }

function M:access(conf)
  local consumer = state.consumers[kong.request.get_header("x-test-consumer") or ""]
  local credential = not conf.anonymous and { id = "a credential" } or nil
  if consumer then kong.client.authenticate(consumer, credential) end
  kong.ctx.shared.authenticated_jwt_token = kong.request.get_header("x-test-token")
end

return M
