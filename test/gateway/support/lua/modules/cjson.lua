-- cjson.safe: nil and the error instead of raising one.
local standin = ...
local strict, json = standin("strict"), standin("json")

local function safe(body)
  return function(...)
    local ok, result = pcall(body, ...)
    if ok then return result end
    return nil, tostring(result)
  end
end

--- Like the real one, it reads up to a zero byte.
local function checked(text)
  assert(type(text) == "string", "bad argument #1 to 'decode' (string expected)")
  local zero = text:find("\0", 1, true)
  return zero and text:sub(1, zero - 1) or text
end

return strict.closed("cjson.safe", {
  null = json.null,
  array_mt = json.array_mt,
  encode = safe(function(value) return json.encode(value) end),
  decode = safe(function(text) return json.decode(checked(text)) end),
})
