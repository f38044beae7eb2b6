--- Removes or truncates values in a JSON text. Everything else stays the same byte for byte; re-encoding with cjson would change integers
-- of more than 16 digits. The text has to be JSON that cjson can read.
local cjson = require "cjson.safe"
local scan = require "kong.plugins.partner-masking.scan"

local byte, find, sub = string.byte, string.find, string.sub
local concat, min = table.concat, math.min
local ipairs, next = ipairs, next

local M = {}

local QUOTE, OBJECT_START, ARRAY_START = byte('"'), byte("{"), byte("[")
local END = { [byte("}")] = true, [byte("]")] = true }

--- Truncates a JSON string to its first characters. A byte that is not part of a UTF-8 character counts as one character.
local function truncate(json, keep)
  local text, length = cjson.decode(json), 0
  while keep > 0 and length < #text do
    local _, last = find(text, "^[\194-\244][\128-\191]+", length + 1)
    length, keep = min(last or length + 1, length + 4), keep - 1
  end
  return length < #text and cjson.encode(sub(text, 1, length)) or json
end

--- The name of a member from its JSON string.
local function name_of(json)
  return find(json, "\\", 1, true) and cjson.decode(json) or sub(json, 2, -2)
end

--- The children of nodes in the rule tree that match a member's name or an element's index; nil if there are none.
local function matching_children(nodes, key)
  local matches
  for _, node in ipairs(nodes) do
    local wildcard, named = node.children["*"], key ~= "*" and node.children[key] or nil
    if wildcard or named then
      matches = matches or {}
      matches[#matches + 1] = wildcard or named
      matches[#matches + 1] = wildcard and named
    end
  end
  return matches
end

--- The combined effect of nodes on one value.
-- @treturn boolean whether the value is removed
-- @treturn number|nil to how many characters it is truncated
-- @treturn boolean whether rules apply to values inside it
local function effect_of(nodes)
  local is_removed, keep, has_children
  for _, node in ipairs(nodes) do
    is_removed = is_removed or node.is_removed
    keep = node.keep and min(node.keep, keep or node.keep) or keep
    has_children = has_children or next(node.children) ~= nil
  end
  return is_removed, keep, has_children
end

local edit_container

--- Applies the rules of `nodes` to the value at position `at`.
-- @treturn string|nil the edited value; nil if it is removed
-- @treturn number position of the value's last byte in `text`
local function edit_value(text, at, nodes)
  local is_removed, keep, has_children = effect_of(nodes)
  local first = byte(text, at)
  if has_children and not is_removed and not keep and (first == OBJECT_START or first == ARRAY_START) then
    return edit_container(text, at, nodes)
  end
  local last = scan.value_end(text, at)
  if is_removed or (keep and first ~= QUOTE) then
    return nil, last
  end
  local value = sub(text, at, last)
  return keep and truncate(value, keep) or value, last
end

--- `edit_value` for an object or an array: edits its members or elements.
function edit_container(text, at, nodes)
  local start, is_array = at, byte(text, at) == ARRAY_START
  local kept, count, is_changed = {}, 0, false
  at = scan.next(text, at + 1)
  while not END[byte(text, at)] do
    local key, item_start, last = count, at, nil
    if not is_array then
      last = scan.string_end(text, at)
      key, at = name_of(sub(text, at, last)), scan.next(text, last + 1)
    end
    local children = matching_children(nodes, key)
    if children then
      local value
      value, last = edit_value(text, at, children)
      is_changed = is_changed or value ~= sub(text, at, last)
      kept[#kept + 1] = value and sub(text, item_start, at - 1) .. value
    else
      last = scan.value_end(text, at)
      kept[#kept + 1] = sub(text, item_start, last)
    end
    at, count = scan.next(text, last + 1), count + 1
  end
  if not is_changed then
    return sub(text, start, at), at
  end
  return sub(text, start, start) .. concat(kept, ",") .. sub(text, at, at), at
end

--- @tparam string text
-- @tparam table tree of rules, as returned by path_tree.build
-- @treturn string|nil the edited text; nil if it is not JSON
function M.edit(text, tree)
  if cjson.decode(text) == nil then
    return nil
  end
  local at = scan.next(text, 1)
  local first = byte(text, at)
  if first ~= OBJECT_START and first ~= ARRAY_START then
    return text
  end
  local value, last = edit_container(text, at, { tree })
  -- cjson stops reading at a NUL byte, so it does not reject what follows.
  return not find(text, "%S", last + 1) and sub(text, 1, at - 1) .. value .. sub(text, last + 1) or nil
end

return M
