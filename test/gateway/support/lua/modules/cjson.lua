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

local function checked(text)
  assert(type(text) == "string", "bad argument #1 to 'decode' (string expected)")
  return text
end

return strict.closed("cjson.safe", {
  null = json.null,
  array_mt = json.array_mt,
  encode = safe(function(value) return json.encode(value) end),
  decode = safe(function(text) return json.decode(checked(text)) end),
})
