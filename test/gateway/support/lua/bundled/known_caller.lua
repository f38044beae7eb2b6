-- In place of a plugin that authenticates: the call says itself which consumer it is of, for tests of what comes after.
local standin = ...
local kong, state = standin("kong"), standin("state")
local M = { VERSION = "1.0.0", PRIORITY = 1450 }

function M:access(conf)
  local consumer = state.consumers[kong.request.get_header("x-test-consumer") or ""]
  if consumer then kong.client.authenticate(consumer, { id = consumer.custom_id, key = consumer.custom_id }) end
  kong.ctx.shared.authenticated_jwt_token = kong.request.get_header("x-test-token")
end

return M
