-- Replaces an authentication plugin: a header of the call names its consumer. With `anonymous` the consumer has no credential, like Kong's
-- anonymous consumer.
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
