--- Compares subjects as RFC 4514 writes them: 'CN=checkout.acme.example,O=Acme Bank'.
local char, concat, find, gsub, match, sub = string.char, table.concat, string.find, string.gsub, string.match, string.sub
local tonumber, upper = tonumber, string.upper

local M = {}

--- One value up to the next comma or plus sign, without escapes and outer spaces.
local function value_at(text, at)
  local parts, trailing = {}, 0
  while at <= #text do
    local c = sub(text, at, at)
    if c == "," or c == "+" then
      break
    end
    local hex = match(text, "^\\(%x%x)", at)
    if hex then
      c, at, trailing = char(tonumber(hex, 16)), at + 3, 0
    elseif c == "\\" then
      c, at, trailing = sub(text, at + 1, at + 1), at + 2, 0
    else
      at = at + 1
      trailing = c == " " and trailing + 1 or 0
    end
    parts[#parts + 1] = c
  end
  for _ = 1, trailing do
    parts[#parts] = nil
  end
  return concat(parts), at
end

--- One form for all ways of writing a subject: types in upper case, no spaces around, no escapes, zero bytes between. Nil where it is
-- none.
function M.canonical(text)
  if not text then
    return nil
  end
  local parts, at = {}, 1
  repeat
    local kind, start = match(text, "^%s*([%a%d][%w%.%-]*)%s*=%s*()", at)
    if not kind then
      return nil
    end
    local value
    value, at = value_at(text, start)
    parts[#parts + 1] = upper(kind) .. "=" .. gsub(value, "%z", "\\00") .. sub(text, at, at)
    at = at + 1
  until not find(text, "%S", at)
  return concat(parts, "\0")
end

return M
