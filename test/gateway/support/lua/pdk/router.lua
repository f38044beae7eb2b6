-- kong.router: the selected route. The test chooses it, since the stand-in does not match paths.
local standin = ...
local strict, context = standin("strict"), standin("context")

return strict.closed("kong.router", {
  get_service = context.guarded("kong.router.get_service", "access header_filter response body_filter log", function(call)
    return call.request.route and { id = "a-service" } or nil
  end),
  get_route = context.guarded("kong.router.get_route", "access header_filter response body_filter log", function(call)
    local name = call.request.route
    if not name then return nil end
    return { id = "a-route", name = type(name) == "string" and name or nil }
  end),
})
