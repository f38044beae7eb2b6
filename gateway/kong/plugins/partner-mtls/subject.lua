--- Compares subjects in the form that nginx prints (RFC 4514): 'CN=checkout.acme.example,O=Acme Bank'. Two subjects are equal if they have
-- the same parts (RDNs) in the same order. A part is a set: the order of its attributes does not matter.
local char, concat, find, match, sort = string.char, table.concat, string.find, string.match, table.sort
local sub = string.sub
local tonumber, upper = tonumber, string.upper

local M = {}

--- Reads a value up to the next comma or plus sign, and removes escapes and surrounding spaces.
local function value_at(text, at)
  local characters, trailing_spaces = {}, 0
  while at <= #text do
    local c = sub(text, at, at)
    if c == "," or c == "+" then
      break
    end
    local hex = match(text, "^\\(%x%x)", at)
    if hex then
      c, at, trailing_spaces = char(tonumber(hex, 16)), at + 3, 0
    elseif c == "\\" then
      c, at, trailing_spaces = sub(text, at + 1, at + 1), at + 2, 0
    else
      at = at + 1
      trailing_spaces = c == " " and trailing_spaces + 1 or 0
    end
    characters[#characters + 1] = c
  end
  for _ = 1, trailing_spaces do
    characters[#characters] = nil
  end
  return concat(characters), at
end

--- Types are compared case-insensitively. The exception is 'uid', OpenSSL's short name for uniqueIdentifier, which differs from 'UID'.
local function canonical_type(name)
  return name == "uid" and "UNIQUEIDENTIFIER" or upper(name)
end

--- An unambiguous form of an attribute. The length keeps the value separate from the next attribute. '#' marks a value in hexadecimal
-- form, which differs from the text of the same digits.
local function attribute_at(text, at)
  local type_name, start = match(text, "^%s*([%a%d][%w%.%-]*)%s*=%s*()", at)
  if not type_name then
    return nil
  end
  local sign = sub(text, start, start) == "#" and "#" or "="
  local value
  value, at = value_at(text, start)
  return canonical_type(type_name) .. sign .. #value .. ":" .. value, at
end

--- The canonical form of a subject; nil if it is malformed.
function M.canonical(text)
  if not text then
    return nil
  end
  local parts, attributes, at = {}, {}, 1
  repeat
    local attribute
    attribute, at = attribute_at(text, at)
    if not attribute then
      return nil
    end
    attributes[#attributes + 1] = attribute
    local separator = sub(text, at, at)
    if separator ~= "+" then
      sort(attributes)
      parts[#parts + 1] = concat(attributes, "+")
      attributes = {}
    end
    at = at + 1
    if separator ~= "" and not find(text, "%S", at) then
      return nil
    end
  until separator == ""
  return concat(parts, ",")
end

return M
