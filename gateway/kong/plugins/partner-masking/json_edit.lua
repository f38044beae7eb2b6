--- Takes fields out of a JSON text, or shortens them. Names and values that no rule names stay as they are, byte for byte: written anew
-- by cjson, integers of more than 16 digits would become others. The text has to be JSON that cjson can read.
local cjson = require "cjson.safe"
local scan = require "kong.plugins.partner-masking.scan"

local byte, find, sub = string.byte, string.find, string.sub
local concat, min = table.concat, math.min
local ipairs, next = ipairs, next

local M = {}

local QUOTE, OBJECT, LIST = byte('"'), byte("{"), byte("[")
local CLOSING = { [byte("}")] = true, [byte("]")] = true }

--- The first characters of a string, both as JSON. A byte that is not part of a character of UTF-8 counts as one.
local function shortened(json, keep)
  local text, to = cjson.decode(json), 0
  while keep > 0 and to < #text do
    local _, last = find(text, "^[\194-\244][\128-\191]+", to + 1)
    to, keep = min(last or to + 1, to + 4), keep - 1
  end
  return to < #text and cjson.encode(sub(text, 1, to)) or json
end

--- The name of a member, whose string is `json`.
local function name_of(json)
  return find(json, "\\", 1, true) and cjson.decode(json) or sub(json, 2, -2)
end

--- The nodes of the rules' tree that a member's name, or an element's index, leads to; nil where there are none.
local function below(nodes, key)
  local found
  for _, node in ipairs(nodes) do
    local any, one = node.below["*"], key ~= "*" and node.below[key] or nil
    if any or one then
      found = found or {}
      found[#found + 1] = any or one
      found[#found + 1] = any and one
    end
  end
  return found
end

--- What rules say about one value: whether it goes, how many characters of it stay, whether they look into it.
local function verdict(nodes)
  local removed, keep, deeper
  for _, node in ipairs(nodes) do
    removed = removed or node.removed
    keep = node.keep and min(node.keep, keep or node.keep) or keep
    deeper = deeper or next(node.below) ~= nil
  end
  return removed, keep, deeper
end

local members

--- The value that begins at `at`, after the rules of `nodes`.
-- @treturn string|nil nil where it goes
-- @treturn number where the value ends in `text`
local function edited(text, at, nodes)
  local removed, keep, deeper = verdict(nodes)
  local first = byte(text, at)
  if deeper and not removed and not keep and (first == OBJECT or first == LIST) then
    return members(text, at, nodes)
  end
  local to = scan.value_end(text, at)
  if removed or (keep and first ~= QUOTE) then
    return nil, to
  end
  local value = sub(text, at, to)
  return keep and shortened(value, keep) or value, to
end

--- `edited` for an object or a list: goes through what is in it.
function members(text, at, nodes)
  local start, list = at, byte(text, at) == LIST
  local kept, count, changed = {}, 0, false
  at = scan.next(text, at + 1)
  while not CLOSING[byte(text, at)] do
    local key, from, to = count, at, nil
    if not list then
      to = scan.string_end(text, at)
      key, at = name_of(sub(text, at, to)), scan.next(text, to + 1)
    end
    local inner = below(nodes, key)
    if inner then
      local value
      value, to = edited(text, at, inner)
      changed = changed or value ~= sub(text, at, to)
      kept[#kept + 1] = value and sub(text, from, at - 1) .. value
    else
      to = scan.value_end(text, at)
      kept[#kept + 1] = sub(text, from, to)
    end
    at, count = scan.next(text, to + 1), count + 1
  end
  if not changed then
    return sub(text, start, at), at
  end
  return sub(text, start, start) .. concat(kept, ",") .. sub(text, at, at), at
end

--- @tparam string text
-- @tparam table tree of rules, see paths.lua
-- @treturn string|nil the text after the rules; nil where it is no JSON
function M.edit(text, tree)
  if cjson.decode(text) == nil then
    return nil
  end
  local at = scan.next(text, 1)
  local first = byte(text, at)
  if first ~= OBJECT and first ~= LIST then
    return text
  end
  local value, to = members(text, at, { tree })
  -- cjson stops reading at a zero byte.
  return not find(text, "%S", to + 1) and sub(text, 1, at - 1) .. value .. sub(text, to + 1) or nil
end

return M
