--- The error model: code and generic message by status. Enterprise's exit-transformer gets the same messages (policies/errors).
local cjson = require "cjson.safe"

local format = string.format

local M = {}

local ERRORS = {
  [400] = { "INVALID_ARGUMENT", "The request is invalid for this operation." },
  [401] = { "UNAUTHENTICATED", "The access token is missing or invalid." },
  [403] = { "PERMISSION_DENIED", "The caller is not authorized for this operation." },
  [404] = { "NOT_FOUND", "The requested resource does not exist." },
  [405] = { "METHOD_NOT_ALLOWED", "The method is not allowed for this resource." },
  [406] = { "NOT_ACCEPTABLE", "No acceptable representation is available." },
  [413] = { "INVALID_ARGUMENT", "The request is too large." },
  [414] = { "INVALID_ARGUMENT", "The request URI is too long." },
  [415] = { "UNSUPPORTED_MEDIA_TYPE", "The media type of the body is not supported." },
  [429] = { "TOO_MANY_REQUESTS", "Too many requests; try again later." },
  [500] = { "INTERNAL", "The gateway encountered an internal error." },
  [501] = { "NOT_IMPLEMENTED", "Not implemented." },
  [502] = { "BAD_GATEWAY", "The upstream sent an invalid response." },
  [503] = { "UNAVAILABLE", "The service is currently unavailable." },
  [504] = { "TIMEOUT", "The upstream did not respond in time." },
}

--- The configured code for an exhausted window.
local function window_code(conf, window)
  for _, entry in ipairs(conf.window_codes or {}) do
    if entry.window == window then
      return entry.code
    end
  end
end

--- The body of an error response.
-- @tparam table conf
-- @tparam number status
-- @tparam table notes of the call
function M.body(conf, status, notes)
  local refusal = notes.refusal
  local generic = ERRORS[status] or ERRORS[status < 500 and 400 or 500]
  local code, message = generic[1], generic[2]
  -- A 401 never reveals its cause to an unauthenticated caller.
  if refusal and refusal.status == status and status ~= 401 then
    code = window_code(conf, notes.window) or refusal.code
    message = refusal.message
  end
  return format('{"status":%d,"code":"%s","message":%s}', status, code, cjson.encode(message))
end

return M
