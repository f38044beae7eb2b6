-- The parser of json.lua: as strict as RFC 8259, except that it also accepts numbers that cjson accepts: NaN, Infinity and 0x10.
local PLAIN = { b = "\b", f = "\f", n = "\n", r = "\r", t = "\t", ['"'] = '"', ["\\"] = "\\", ["/"] = "/" }

local function utf8(code)
  if code < 0x80 then return string.char(code) end
  if code < 0x800 then return string.char(0xC0 + math.floor(code / 64), 0x80 + code % 64) end
  if code < 0x10000 then
    return string.char(0xE0 + math.floor(code / 4096), 0x80 + math.floor(code / 64) % 64, 0x80 + code % 64)
  end
  return string.char(0xF0 + math.floor(code / 262144), 0x80 + math.floor(code / 4096) % 64,
    0x80 + math.floor(code / 64) % 64, 0x80 + code % 64)
end

--- The escape whose backslash is at `at`: its bytes, and the position after it.
local function escape(text, at, bytes)
  local c = text:sub(at + 1, at + 1)
  if c ~= "u" then return PLAIN[c] or error("invalid escape"), at + 2 end
  local code = tonumber(text:match("^%x%x%x%x", at + 2) or error("invalid escape"), 16)
  if bytes then return string.char(code), at + 6 end
  if code >= 0xD800 and code < 0xDC00 then
    local low = tonumber(text:match("^\\u([dD][c-fC-F]%x%x)", at + 6) or error("unpaired surrogate"), 16)
    return utf8(0x10000 + (code - 0xD800) * 1024 + (low - 0xDC00)), at + 12
  end
  if code >= 0xDC00 and code < 0xE000 then error("unpaired surrogate") end
  return utf8(code), at + 6
end

local function string_at(text, at, bytes)
  local parts = {}
  at = at + 1
  while true do
    local plain = text:match('^[^"\\%c]*', at)
    parts[#parts + 1] = plain
    at = at + #plain
    local c = text:sub(at, at)
    if c == '"' then return table.concat(parts), at + 1 end
    if c ~= "\\" and c ~= "\127" then error("unterminated string") end
    if c == "\127" then parts[#parts + 1], at = c, at + 1 else parts[#parts + 1], at = escape(text, at, bytes) end
  end
end

return function(text, bytes, null, array_mt)
  local value_at
  local function skip(at) return text:match("^[ \t\r\n]*()", at) end

  local function list_at(at, depth)
    local list = setmetatable({}, array_mt)
    at = skip(at + 1)
    if text:sub(at, at) == "]" then return list, at + 1 end
    while true do
      list[#list + 1], at = value_at(at, depth)
      at = skip(at)
      local c = text:sub(at, at)
      if c == "]" then return list, at + 1 end
      if c ~= "," then error("unterminated array") end
      at = at + 1
    end
  end

  local function object_at(at, depth)
    local object = {}
    at = skip(at + 1)
    if text:sub(at, at) == "}" then return object, at + 1 end
    while true do
      at = skip(at)
      if text:sub(at, at) ~= '"' then error("missing name") end
      local name
      name, at = string_at(text, at, bytes)
      at = skip(at)
      if text:sub(at, at) ~= ":" then error("missing colon") end
      object[name], at = value_at(at + 1, depth)
      at = skip(at)
      local c = text:sub(at, at)
      if c == "}" then return object, at + 1 end
      if c ~= "," then error("unterminated object") end
      at = at + 1
    end
  end

  local function special_number_at(at)
    local sign, word = text:match("^(-?)(%a+)", at)
    word = word and word:lower()
    if word == "nan" then return 0 / 0, at + #sign + 3 end
    if word == "inf" or word == "infinity" then return sign == "-" and -math.huge or math.huge, at + #sign + #word end
    local hex = text:match("^-?0[xX]%x+", at)
    if hex then return tonumber(hex), at + #hex end
  end

  local function number_at(at)
    local special, after = special_number_at(at)
    if special then return special, after end
    local digits = text:match("^-?0", at) or text:match("^-?[1-9]%d*", at) or error("missing value")
    local fraction = text:match("^%.%d+", at + #digits) or ""
    local exponent = text:match("^[eE][+-]?%d+", at + #digits + #fraction) or ""
    local whole = digits .. fraction .. exponent
    return tonumber(whole), at + #whole
  end

  function value_at(at, depth)
    if depth > 1000 then error("too deep") end
    at = skip(at)
    local c = text:sub(at, at)
    if c == "{" then return object_at(at, depth + 1) end
    if c == "[" then return list_at(at, depth + 1) end
    if c == '"' then return string_at(text, at, bytes) end
    if text:find("^true", at) then return true, at + 4 end
    if text:find("^false", at) then return false, at + 5 end
    if text:find("^null", at) then return null, at + 4 end
    return number_at(at)
  end

  local value, at = value_at(1, 0)
  if skip(at) <= #text then error("more than one value") end
  return value
end
