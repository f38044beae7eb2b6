--- Asks for the user's consent at the time of the call.
local cjson = require "cjson.safe"
local digest = require "resty.openssl.digest"
local fetch = require "kong.plugins.partner-common.fetch"
local to_hex = require("resty.string").to_hex

local kong, ngx = kong, ngx
local ipairs, type = ipairs, type

local M = {}

local MAX_BYTES = 65536

--- Whether an answer in CAMARA's form says that the consent holds for every scope; nil where it has another form.
local function reads_as(body, asked)
  local answer = cjson.decode(body)
  if type(answer) ~= "table" or type(answer.statusInfo) ~= "table" then
    return nil
  end
  local holds = {}
  for _, info in ipairs(answer.statusInfo) do
    if type(info) ~= "table" or type(info.scopes) ~= "table" or type(info.statusValidForProcessing) ~= "boolean" then
      return nil
    end
    for _, scope in ipairs(info.purpose == asked.purpose and info.scopes or {}) do
      if type(scope) == "string" then
        holds[scope] = info.statusValidForProcessing and holds[scope] ~= false
      end
    end
  end
  for _, scope in ipairs(asked.scopes) do
    if not holds[scope] then
      return false
    end
  end
  return true
end

local function request_of(live, asked)
  if live.source == "consent-info" then
    return "Bearer " .. asked.token, { scopes = asked.scopes, purpose = asked.purpose, requestCaptureUrl = false }
  end
  return live.authorization,
    { client = asked.client, subject = asked.subject, scopes = asked.scopes, purpose = asked.purpose }
end

--- @treturn boolean|nil
-- @treturn nil|string why there is no answer
local function ask(live, asked)
  local authorization, body = request_of(live, asked)
  local answer, err = fetch.request(live.url, {
    method = "POST",
    headers = { Authorization = authorization, ["Content-Type"] = "application/json", Accept = "application/json" },
    body = cjson.encode(body),
    connect_timeout_ms = live.timeout_ms,
    read_timeout_ms = live.timeout_ms,
    max_bytes = MAX_BYTES,
    verify_tls = live.verify_tls,
  })
  if not answer then
    return nil, err
  elseif answer.status == 200 then
    local granted = reads_as(answer.body, asked)
    return granted, granted == nil and "the answer is not in CAMARA's form" or nil
  elseif live.source == "consent-info" and (answer.status == 401 or answer.status == 403) then
    -- The question was the caller's own: it may not ask, so nothing says that it may call.
    return false
  end
  return nil, "status " .. answer.status
end

local function load(live, asked)
  local granted, err = ask(live, asked)
  -- An error as second result would let Kong's cache answer with what was before.
  return { granted = granted, err = err, ends = ngx.now() + live.cache_s }, nil, granted == nil and -1 or nil
end

--- A key that tells nothing about the user.
local function key_of(live, asked)
  local parts = cjson.encode({ live.source, live.url, asked.client, asked.subject, asked.purpose, asked.scopes })
  return "gatewright:consent:" .. to_hex(digest.new("sha256"):final(parts))
end

--- What is missing for asking at all, said to the caller or to the operator.
local function missing(live, asked)
  if not asked.subject or not asked.purpose or #asked.scopes == 0 then
    return "there is no subject, purpose or scope to ask about"
  elseif live.source == "consent-info" and not asked.carried[live.scope] then
    return "the access token lacks the scope " .. live.scope
  elseif live.authorization == "" then
    return "the reference to the endpoint's credentials cannot be resolved"
  end
end

--- Whether the user's consent holds.
-- @tparam table live the config's `live`
-- @tparam table asked {client, subject, scopes, purpose, token, carried}; `carried` are the token's scopes
-- @treturn boolean|nil nil where there is no answer
-- @treturn nil|string why there is none
function M.holds(live, asked)
  local err = missing(live, asked)
  if err then
    return nil, err
  elseif live.cache_s == 0 then
    return ask(live, asked)
  end
  local found
  found, err = kong.cache:get(key_of(live, asked), { ttl = live.cache_s }, load, live, asked)
  -- While another call asks for long, Kong's cache answers with what has ended.
  if found and found.ends <= ngx.now() then
    return ask(live, asked)
  end
  return found and found.granted, err or (found and found.err)
end

return M
