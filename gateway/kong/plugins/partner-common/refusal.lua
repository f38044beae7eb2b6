--- Ends a call with an answer in the error model {status, code, message}. The body is whole without partner-errors; with it the
-- message of a 401 becomes the general one, and a refused window gets its code.
local notes = require "kong.plugins.partner-common.notes"

local kong = kong

local M = {}

--- @tparam number status
-- @tparam string code of the error model
-- @tparam string message without anything that identifies a person or holds a token
-- @tparam[opt] table headers
function M.exit(status, code, message, headers)
  notes.get().refusal = { status = status, code = code, message = message }
  return kong.response.exit(status, { status = status, code = code, message = message }, headers)
end

--- @tparam boolean had_token whether the call carried something that was looked at
function M.unauthenticated(had_token)
  local challenge = had_token and 'Bearer error="invalid_token"' or "Bearer"
  return M.exit(401, "UNAUTHENTICATED", "The call carries no valid access token.", { ["WWW-Authenticate"] = challenge })
end

function M.forbidden(message)
  return M.exit(403, "PERMISSION_DENIED", message)
end

--- For what the gateway itself needs and cannot reach.
function M.unavailable()
  return M.exit(503, "UNAVAILABLE", "The service cannot be reached now.", { ["Retry-After"] = "1" })
end

return M
