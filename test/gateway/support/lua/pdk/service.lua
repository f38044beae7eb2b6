-- kong.service: the request to the upstream, and its response.
local standin = ...
local strict, context, headers = standin("strict"), standin("context"), standin("headers")

local request, response = {}, {}

local function documented(into, name, phases, body)
  into[name] = context.guarded("kong.service." .. (into == request and "request." or "response.") .. name, phases, body)
end

documented(request, "set_header", "rewrite access balancer", function(call, name, value)
  assert(type(name) == "string" and value ~= nil, "a header needs a name and a value")
  headers.set(call.upstream_headers, name, tostring(value))
end)
documented(request, "clear_header", "rewrite access balancer", function(call, name)
  headers.set(call.upstream_headers, name, nil)
end)
documented(response, "get_status", "header_filter response body_filter log", function(call)
  return call.upstream_status
end)
documented(response, "get_header", "header_filter response body_filter log", function(call, name)
  return call.upstream and headers.first(call.upstream.headers, name)
end)
documented(response, "get_raw_body", "header_filter response", function(call)
  return call.upstream and call.upstream.body or ""
end)

return strict.closed("kong.service", {
  request = strict.closed("kong.service.request", request),
  response = strict.closed("kong.service.response", response),
})
