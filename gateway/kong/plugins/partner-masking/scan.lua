--- Finds the ends of values in a text that is known to be valid JSON. Reads byte by byte, since LuaJIT compiles that but not string.find.
local byte, error = string.byte, error

local M = {}

local QUOTE, BACKSLASH, COMMA, COLON, SPACE = byte('"'), byte("\\"), byte(","), byte(":"), byte(" ")
local OBJECT_START, OBJECT_END, ARRAY_START, ARRAY_END = byte("{"), byte("}"), byte("["), byte("]")

--- The start of the next token at or after `at`, skipping white space, commas and colons.
function M.next(text, at)
  local here = byte(text, at)
  while here == COMMA or here == COLON or (here and here <= SPACE) do
    at = at + 1
    here = byte(text, at)
  end
  return at
end

--- The last position of the string that starts at `at`.
function M.string_end(text, at)
  while true do
    at = at + 1
    local here = byte(text, at)
    if here == QUOTE then
      return at
    elseif here == BACKSLASH then
      at = at + 1
    elseif not here then
      error("unterminated string")
    end
  end
end

--- The last position of the number or literal that starts at `at`, inside an object or an array.
local function literal_end(text, at)
  while true do
    local after = byte(text, at + 1)
    if after <= SPACE or after == COMMA or after == OBJECT_END or after == ARRAY_END then
      return at
    end
    at = at + 1
  end
end

--- The last position of the value that starts at `at`, inside an object or an array.
function M.value_end(text, at)
  local here = byte(text, at)
  if here == QUOTE then
    return M.string_end(text, at)
  elseif here ~= OBJECT_START and here ~= ARRAY_START then
    return literal_end(text, at)
  end
  local depth = 1
  while depth > 0 do
    at = at + 1
    here = byte(text, at)
    if here == QUOTE then
      at = M.string_end(text, at)
    elseif here == OBJECT_START or here == ARRAY_START then
      depth = depth + 1
    elseif here == OBJECT_END or here == ARRAY_END then
      depth = depth - 1
    elseif not here then
      error("unterminated object or array")
    end
  end
  return at
end

return M
