--- Finds where things end in a text that is known to be JSON. Byte by byte, which LuaJIT compiles; string.find it does not.
local byte, error = string.byte, error

local M = {}

local QUOTE, BACKSLASH, COMMA, COLON, SPACE = byte('"'), byte("\\"), byte(","), byte(":"), byte(" ")
local OBJECT, OBJECT_END, LIST, LIST_END = byte("{"), byte("}"), byte("["), byte("]")

--- Where the next thing begins, at `at` or after it: behind white space, a comma or a colon.
function M.next(text, at)
  local here = byte(text, at)
  while here == COMMA or here == COLON or (here and here <= SPACE) do
    at = at + 1
    here = byte(text, at)
  end
  return at
end

--- Where the string ends that begins at `at`.
function M.string_end(text, at)
  while true do
    at = at + 1
    local here = byte(text, at)
    if here == QUOTE then
      return at
    elseif here == BACKSLASH then
      at = at + 1
    elseif not here then
      error("a string without end")
    end
  end
end

--- Where the number or word ends that begins at `at`, inside an object or a list.
local function word_end(text, at)
  while true do
    local after = byte(text, at + 1)
    if after <= SPACE or after == COMMA or after == OBJECT_END or after == LIST_END then
      return at
    end
    at = at + 1
  end
end

--- Where the value ends that begins at `at`, inside an object or a list.
function M.value_end(text, at)
  local here = byte(text, at)
  if here == QUOTE then
    return M.string_end(text, at)
  elseif here ~= OBJECT and here ~= LIST then
    return word_end(text, at)
  end
  local depth = 1
  while depth > 0 do
    at = at + 1
    here = byte(text, at)
    if here == QUOTE then
      at = M.string_end(text, at)
    elseif here == OBJECT or here == LIST then
      depth = depth + 1
    elseif here == OBJECT_END or here == LIST_END then
      depth = depth - 1
    elseif not here then
      error("an object or a list without end")
    end
  end
  return at
end

return M
