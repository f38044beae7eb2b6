-- kong.tools.http: reads request headers as Kong's router does, which caches all of them when it reads the first.
local standin = ...
local strict, context, headers = standin("strict"), standin("context"), standin("headers")

return strict.closed("kong.tools.http", {
  get_header = function(name, ctx)
    local all = ctx.cached_request_headers
    if not all then
      all = headers.new(context.current().call.request.headers, true)
      ctx.cached_request_headers = all
    end
    return headers.first(all, name)
  end,
})
