import { luaString } from '../plugin/lua-literal';

/**
 * The Lua function of Enterprise's exit-transformer that formats the gateway's own errors in CAMARA's format. All errors with the same
 * status have the same message, so that an error does not reveal details to unknown callers.
 *
 * @param correlator header of the correlation id, which is returned if it is well-formed
 */
export function camaraExit(correlator: string): string {
  return `local correlator_header = ${luaString(correlator)}
local errors = {
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
  [501] = { "NOT_IMPLEMENTED", "Not implemented." },
  [502] = { "BAD_GATEWAY", "The upstream sent an invalid response." },
  [503] = { "UNAVAILABLE", "The service is currently unavailable." },
  [504] = { "TIMEOUT", "The upstream did not respond in time." },
}
local quota = { "QUOTA_EXCEEDED", "The quota is exhausted." }
local internal = { "INTERNAL", "The gateway encountered an internal error." }

-- Whether a window of rate-limiting-advanced is exhausted, according to its header in the response.
local function is_exhausted(headers, window)
  local name = "X-RateLimit-Remaining-" .. window
  local remaining = type(headers) == "table" and headers[name] or nil
  if remaining == nil then
    local ok, value = pcall(function() return ngx.header[name] end)
    remaining = ok and value or nil
  end
  return tonumber(remaining) == 0
end

return function(status, body, headers)
  if type(status) ~= "number" or status < 400 then
    return status, body, headers
  end
  local err = errors[status] or (status < 500 and errors[400] or internal)
  if status == 429 and (is_exhausted(headers, "Day") or is_exhausted(headers, "Month")) then
    err = quota
  end
  local response_headers = {}
  for name, value in pairs(type(headers) == "table" and headers or {}) do
    response_headers[name] = value
  end
  response_headers["Content-Type"] = "application/json"
  local ok, correlator = pcall(kong.request.get_header, correlator_header)
  if ok and type(correlator) == "string" and #correlator <= 256 and string.find(correlator, "^[%w%-_:;%./<>{}]+$") then
    response_headers[correlator_header] = correlator
  end
  return status, { status = status, code = err[1], message = err[2] }, response_headers
end`;
}
