--- Reads the facts about an application from its consumer's tags: docs/consumer-tags.md. Foreign and malformed tags are ignored; a
-- malformed date revokes the whole grant. If two tags contradict each other, the first one wins.
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
  local position = 1
  while position <= #text do
    local last
    for _, pattern in ipairs(UTF8) do
      last = last or select(2, find(text, pattern, position))
    end
    if not last then
      return false
    end
    position = last + 1
  end
  return true
end

--- Decodes the percent-encoding of a tag; nil if it is malformed.
local function decode(text)
  if find(text, "[^\33-\126]") or find(text, "[,/]") or find(gsub(text, "%%[0-9A-F][0-9A-F]", ""), "%%") then
    return nil
  end
  local bytes = gsub(text, "%%(%x%x)", function(hex)
    return char(tonumber(hex, 16))
  end)
  return is_utf8(bytes) and bytes or nil
end

local function parse_certificate(tag)
  local sha256, encoded = match(tag, "^certificate:([0-9a-f]*):(.*)$")
  local subject = encoded and decode(encoded)
  if not subject or (#sha256 ~= 64 and #sha256 ~= 0) or (sha256 == "" and subject == "") then
    return nil
  end
  return { sha256 = sha256 ~= "" and sha256 or nil, subject = subject ~= "" and subject or nil }
end

local function is_name(text)
  return find(text, "^[a-z][a-z0-9-]*$") and not find(text, "--", 1, true) and sub(text, -1) ~= "-"
end

local KEYWORDS = { start = true, ["end"] = true, purpose = true, scope = true, grant = true }
local WITHOUT_SCOPES = "without-scopes"

local function is_date(text)
  local month, day = match(text or "", "^%d%d%d%d%-(%d%d)%-(%d%d)$")
  return month and month >= "01" and month <= "12" and day >= "01" and day <= "31"
end

local function add_to_grant(grants, malformed, tag)
  local keyword, api, encoded = match(tag, "^(%l+):([^:]+):(.*)$")
  if not KEYWORDS[keyword] or not is_name(api) then
    return
  end
  local value = encoded ~= "" and decode(encoded) or nil
  if (keyword == "start" or keyword == "end") and not is_date(value) then
    malformed[api] = true
  end
  if not value or (keyword == "grant" and value ~= WITHOUT_SCOPES) then
    return
  end
  local grant = grants[api] or { scopes = {} }
  grants[api] = grant
  if keyword == "scope" then
    grant.scopes[#grant.scopes + 1] = value
  elseif keyword ~= "grant" and grant[keyword] == nil then
    grant[keyword] = value
  end
end

--- @tparam table tags
-- @treturn table {certificates = {{sha256, subject}, …}, grants = {[api] = {scopes, purpose, start, end}}}
function M.parse(tags)
  local certificates, grants, malformed = {}, {}, {}
  for _, tag in ipairs(tags) do
    local certificate = parse_certificate(tag)
    if certificate then
      certificates[#certificates + 1] = certificate
    else
      add_to_grant(grants, malformed, tag)
    end
  end
  for api in pairs(malformed) do
    grants[api] = nil
  end
  return { certificates = certificates, grants = grants }
end

local parsed = setmetatable({}, { __mode = "k" })

--- The parsed tags of a consumer. Every list of tags is parsed once; Kong keeps the list until the consumer changes.
function M.of(consumer)
  local tags = type(consumer.tags) == "table" and consumer.tags or EMPTY
  parsed[tags] = parsed[tags] or M.parse(tags)
  return parsed[tags]
end

--- Whether a grant is active on a date, 'YYYY-MM-DD': on or after its start and before its end.
function M.is_active(grant, date)
  return (grant.start == nil or grant.start <= date) and (grant["end"] == nil or date < grant["end"])
end

return M
