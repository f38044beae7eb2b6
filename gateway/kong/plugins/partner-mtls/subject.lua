--- Compares subjects as nginx prints them (RFC 4514): 'CN=checkout.acme.example,O=Acme Bank'. Two subjects are the same where they
-- have the same parts in the same order; within a part, which is a set, the order of its attributes does not count.
local char, concat, find, match, sort = string.char, table.concat, string.find, string.match, table.sort
local sub = string.sub
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

--- The types are compared without regard to case, but for the one whose short name in OpenSSL is another's in lower case.
local function type_of(kind)
  return kind == "uid" and "UNIQUEIDENTIFIER" or upper(kind)
end

--- An attribute that is like no other: with its length, no value can be taken for the beginning of the next. '#' marks a value that is
-- written by its bytes, which is another one than the text of these digits.
local function attribute_at(text, at)
  local kind, start = match(text, "^%s*([%a%d][%w%.%-]*)%s*=%s*()", at)
  if not kind then
    return nil
  end
  local sign = sub(text, start, start) == "#" and "#" or "="
  local value
  value, at = value_at(text, start)
  return type_of(kind) .. sign .. #value .. ":" .. value, at
end

--- One form for all ways of writing a subject; nil where it is none.
function M.canonical(text)
  if not text then
    return nil
  end
  local name, part, at = {}, {}, 1
  repeat
    local attribute
    attribute, at = attribute_at(text, at)
    if not attribute then
      return nil
    end
    part[#part + 1] = attribute
    local separator = sub(text, at, at)
    if separator ~= "+" then
      sort(part)
      name[#name + 1] = concat(part, "+")
      part = {}
    end
    at = at + 1
    if separator ~= "" and not find(text, "%S", at) then
      return nil
    end
  until separator == ""
  return concat(name, ",")
end

return M
