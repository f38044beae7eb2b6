import { luaString } from './literal';

/**
 * The Lua function of Enterprise's exit-transformer that gives the gateway's own refusals CAMARA's form. The message is the same
 * for every cause of one status, so that a refusal tells a stranger nothing.
 *
 * @param correlator header with the correlation id: a well-formed one is echoed
 */
export function camaraExit(correlator: string): string {
  return `local correlator_header = ${luaString(correlator)}
local errors = {
  [400] = { "INVALID_ARGUMENT", "Client specified an invalid argument, request body or query param." },
  [401] = { "UNAUTHENTICATED", "Request not authenticated due to missing, invalid, or expired credentials." },
  [403] = { "PERMISSION_DENIED", "Client does not have sufficient permissions to perform this action." },
  [404] = { "NOT_FOUND", "The specified resource is not found." },
  [405] = { "METHOD_NOT_ALLOWED", "The requested method is not allowed on the target resource." },
  [413] = { "INVALID_ARGUMENT", "The request is too large." },
  [414] = { "INVALID_ARGUMENT", "The request target is too long." },
  [415] = { "UNSUPPORTED_MEDIA_TYPE", "The request body has a format that is not supported." },
  [429] = { "TOO_MANY_REQUESTS", "Access to the API has been limited for a while." },
  [500] = { "INTERNAL", "Unknown server error." },
  [501] = { "NOT_IMPLEMENTED", "This functionality is not implemented." },
  [502] = { "BAD_GATEWAY", "The upstream did not answer as expected." },
  [503] = { "UNAVAILABLE", "Service unavailable." },
  [504] = { "TIMEOUT", "Request timeout exceeded." },
}

return function(status, body, headers)
  if type(status) ~= "number" or status < 400 then
    return status, body, headers
  end
  local known = errors[status] or (status < 500 and errors[400] or errors[500])
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
