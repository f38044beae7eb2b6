--- Reads what a consumer's tags say about its application: docs/consumer-tags.md. Tags that are none of ours, or broken, are passed
-- over; a date that cannot be read takes the whole grant away. Of two tags that say one thing in two ways the first holds.
local find, gsub, match, sub = string.find, string.gsub, string.match, string.sub
local char, tonumber, type = string.char, tonumber, type
local ipairs, pairs, setmetatable = ipairs, pairs, setmetatable

local M = {}

local EMPTY = {}
local UTF8 = {
  "^[%z\1-\127]+", "^[\194-\223][\128-\191]",
  "^\224[\160-\191][\128-\191]", "^[\225-\236\238\239][\128-\191][\128-\191]", "^\237[\128-\159][\128-\191]",
  "^\240[\144-\191][\128-\191][\128-\191]", "^[\241-\243][\128-\191][\128-\191][\128-\191]",
  "^\244[\128-\143][\128-\191][\128-\191]",
}

local function is_utf8(text)
  local at = 1
  while at <= #text do
    local to
    for _, pattern in ipairs(UTF8) do
      to = to or select(2, find(text, pattern, at))
    end
    if not to then
      return false
    end
    at = to + 1
  end
  return true
end

--- Takes the percent-encoding of a tag back; nil where it is broken.
local function decoded(text)
  if find(text, "[^\33-\126]") or find(text, "[,/]") or find(gsub(text, "%%[0-9A-F][0-9A-F]", ""), "%%") then
    return nil
  end
  local bytes = gsub(text, "%%(%x%x)", function(hex)
    return char(tonumber(hex, 16))
  end)
  return is_utf8(bytes) and bytes or nil
end

local function certificate(tag)
  local sha256, encoded = match(tag, "^certificate:([0-9a-f]*):(.*)$")
  local subject = encoded and decoded(encoded)
  if not subject or (#sha256 ~= 64 and #sha256 ~= 0) or (sha256 == "" and subject == "") then
    return nil
  end
  return { sha256 = sha256 ~= "" and sha256 or nil, subject = subject ~= "" and subject or nil }
end

local function is_name(text)
  return find(text, "^[a-z][a-z0-9-]*$") and not find(text, "--", 1, true) and sub(text, -1) ~= "-"
end

local WORDS = { start = true, ["end"] = true, purpose = true, scope = true, grant = true }
local PLAIN_GRANT = "without-scopes"

local function is_day(text)
  local month, day = match(text or "", "^%d%d%d%d%-(%d%d)%-(%d%d)$")
  return month and month >= "01" and month <= "12" and day >= "01" and day <= "31"
end

local function put_grant(grants, broken, tag)
  local word, api, encoded = match(tag, "^(%l+):([^:]+):(.*)$")
  if not WORDS[word] or not is_name(api) then
    return
  end
  local value = encoded ~= "" and decoded(encoded) or nil
  if (word == "start" or word == "end") and not is_day(value) then
    broken[api] = true
  end
  if not value or (word == "grant" and value ~= PLAIN_GRANT) then
    return
  end
  local grant = grants[api] or { scopes = {} }
  grants[api] = grant
  if word == "scope" then
    grant.scopes[#grant.scopes + 1] = value
  elseif word ~= "grant" and grant[word] == nil then
    grant[word] = value
  end
end

--- @tparam table tags
-- @treturn table {certificates = {{sha256, subject}, …}, grants = {[api] = {scopes, purpose, start, end}}}
function M.parse(tags)
  local certificates, grants, broken = {}, {}, {}
  for _, tag in ipairs(tags) do
    local found = certificate(tag)
    if found then
      certificates[#certificates + 1] = found
    else
      put_grant(grants, broken, tag)
    end
  end
  for api in pairs(broken) do
    grants[api] = nil
  end
  return { certificates = certificates, grants = grants }
end

local parsed = setmetatable({}, { __mode = "k" })

--- What a consumer's tags say; read once per list of tags, which Kong keeps until the consumer changes.
function M.of(consumer)
  local tags = type(consumer.tags) == "table" and consumer.tags or EMPTY
  parsed[tags] = parsed[tags] or M.parse(tags)
  return parsed[tags]
end

--- Whether a day, 'YYYY-MM-DD', lies in a grant: from its start on, before its end.
function M.holds(grant, day)
  return (grant.start == nil or grant.start <= day) and (grant["end"] == nil or day < grant["end"])
end

return M
