-- kong.request: the request.
local standin = ...
local strict, context, headers = standin("strict"), standin("context"), standin("headers")

local PHASES = "rewrite access header_filter response body_filter log"

local function documented(name, body)
  return context.guarded("kong.request." .. name, PHASES, body)
end

return strict.closed("kong.request", {
  get_method = documented("get_method", function(call) return call.request.method end),
  get_path = documented("get_path", function(call) return call.request.path end),
  get_headers = documented("get_headers", function(call, max)
    local count, result = 0, headers.new({}, true)
    for name, value in pairs(call.request.headers) do
      count = count + (type(value) == "table" and #value or 1)
      if count > (max or 100) then return result, "truncated" end
      headers.set(result, name, value)
    end
    return result
  end),
  get_header = documented("get_header", function(call, name) return headers.first(call.request.headers, name) end),
})
