--- Ends a call with a response in the error model {status, code, message}. The body is complete without partner-errors; partner-errors
-- replaces the message of a 401 by the generic one and picks the code for an exhausted window.
local notes = require "kong.plugins.partner-common.notes"

local kong = kong

local M = {}

--- @tparam number status
-- @tparam string code of the error model
-- @tparam string message must not contain personal data or tokens
-- @tparam[opt] table headers
function M.exit(status, code, message, headers)
  notes.get().refusal = { status = status, code = code, message = message }
  return kong.response.exit(status, { status = status, code = code, message = message }, headers)
end

--- @tparam boolean had_token whether the call had a credential that was checked
function M.unauthenticated(had_token)
  local challenge = had_token and 'Bearer error="invalid_token"' or "Bearer"
  return M.exit(401, "UNAUTHENTICATED", "The access token is missing or invalid.", { ["WWW-Authenticate"] = challenge })
end

function M.forbidden(message)
  return M.exit(403, "PERMISSION_DENIED", message)
end

--- The gateway cannot reach something that it depends on.
function M.unavailable()
  return M.exit(503, "UNAVAILABLE", "The service is currently unavailable.", { ["Retry-After"] = "1" })
end

return M
