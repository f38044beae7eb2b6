-- cjson.safe: returns nil and an error instead of raising it.
local standin = ...
local strict, json = standin("strict"), standin("json")

local function safe(body)
  return function(...)
    local ok, result = pcall(body, ...)
    if ok then return result end
    return nil, tostring(result)
  end
end

--- Like the real module, it stops reading at a NUL byte.
local function until_nul(text)
  assert(type(text) == "string", "bad argument #1 to 'decode' (string expected)")
  local nul = text:find("\0", 1, true)
  return nul and text:sub(1, nul - 1) or text
end

return strict.closed("cjson.safe", {
  null = json.null,
  array_mt = json.array_mt,
  encode = safe(function(value) return json.encode(value) end),
  decode = safe(function(text) return json.decode(until_nul(text)) end),
})
