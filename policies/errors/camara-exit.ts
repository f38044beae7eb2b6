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
  [400] = { "INVALID_ARGUMENT", "The request does not fit this operation." },
  [401] = { "UNAUTHENTICATED", "The call carries no valid access token." },
  [403] = { "PERMISSION_DENIED", "The caller may not use this operation." },
  [404] = { "NOT_FOUND", "There is nothing at this address." },
  [405] = { "METHOD_NOT_ALLOWED", "This method is not offered here." },
  [406] = { "NOT_ACCEPTABLE", "No answer has the form that was asked for." },
  [413] = { "INVALID_ARGUMENT", "The request is too large." },
  [414] = { "INVALID_ARGUMENT", "The address of the request is too long." },
  [415] = { "UNSUPPORTED_MEDIA_TYPE", "The body's media type is not accepted." },
  [429] = { "TOO_MANY_REQUESTS", "Too many calls; try again later." },
  [501] = { "NOT_IMPLEMENTED", "This is not implemented." },
  [502] = { "BAD_GATEWAY", "The upstream gave no usable answer." },
  [503] = { "UNAVAILABLE", "The service cannot be reached now." },
  [504] = { "TIMEOUT", "The upstream took too long." },
}
local quota = { "QUOTA_EXCEEDED", "The quota is used up." }
local internal = { "INTERNAL", "The gateway failed." }

-- Whether rate-limiting-advanced says that nothing is left of a window.
local function used_up(headers, window)
  local name = "X-RateLimit-Remaining-" .. window
  local left = type(headers) == "table" and headers[name] or nil
  if left == nil then
    local readable, sent = pcall(function() return ngx.header[name] end)
    left = readable and sent or nil
  end
  return tonumber(left) == 0
end

return function(status, body, headers)
  if type(status) ~= "number" or status < 400 then
    return status, body, headers
  end
  local known = errors[status] or (status < 500 and errors[400] or internal)
  if status == 429 and (used_up(headers, "Day") or used_up(headers, "Month")) then
    known = quota
  end
  local out = {}
  for name, value in pairs(type(headers) == "table" and headers or {}) do
    out[name] = value
  end
  out["Content-Type"] = "application/json"
  local readable, sent = pcall(kong.request.get_header, correlator_header)
  if readable and type(sent) == "string" and #sent <= 256 and string.find(sent, "^[%w%-_:;%./<>{}]+$") then
    out[correlator_header] = sent
  end
  return status, { status = status, code = known[1], message = known[2] }, out
end`;
}
