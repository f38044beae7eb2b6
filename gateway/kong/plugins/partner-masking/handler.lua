--- Removes or truncates fields of responses, by operation, tier and purpose. See README.md.
local json_edit = require "kong.plugins.partner-masking.json_edit"
local matching_rules = require "kong.plugins.partner-masking.matching_rules"
local model = require "kong.plugins.partner-errors.model"
local notes = require "kong.plugins.partner-common.notes"
local path_tree = require "kong.plugins.partner-masking.path_tree"
local refusal = require "kong.plugins.partner-common.refusal"

local kong = kong
local find, lower = string.find, string.lower
local ipairs = ipairs

local Masking = {
  VERSION = "0.1.0",
  PRIORITY = 790,
}

function Masking:access(conf)
  local rules = matching_rules.find(conf)
  if #rules == 0 then
    return
  end
  -- Kong skips the response phase for these calls.
  if find(lower(kong.request.get_header("Upgrade") or ""), "websocket", 1, true) then
    return refusal.exit(400, "INVALID_ARGUMENT", "This operation does not support WebSocket upgrades.")
  end
  kong.service.request.clear_header("Accept-Encoding")
  kong.service.request.clear_header("Range")
  kong.ctx.plugin.rules = rules
end

-- Headers that describe the original body.
local BODY_HEADERS = {
  "Accept-Ranges", "Content-Digest", "Content-Encoding", "Content-MD5", "Content-Range", "Digest", "ETag", "Repr-Digest",
}

local function clear_body_headers()
  for _, name in ipairs(BODY_HEADERS) do
    kong.response.clear_header(name)
  end
end

--- Applies the rules to a response.
-- @treturn string|nil the masked body
-- @treturn nil|string why the response cannot be read
local function mask(conf, body)
  local encoding = kong.service.response.get_header("Content-Encoding")
  if encoding and lower(encoding) ~= "identity" then
    return nil, "it is compressed"
  elseif kong.service.response.get_status() == 206 then
    return nil, "it is a partial response"
  elseif #body > conf.max_body_bytes then
    return nil, "it is longer than " .. conf.max_body_bytes .. " bytes"
  end
  local text = json_edit.edit(body, path_tree.build(kong.ctx.plugin.rules))
  return text, not text and "it is not JSON" or nil
end

--- Withholds the response. An error response keeps its status.
local function block()
  local status = kong.service.response.get_status()
  status = status >= 400 and status or 502
  clear_body_headers()
  return kong.response.exit(status, model.body({}, status, {}), { ["Content-Type"] = "application/json" })
end

function Masking:response(conf)
  if not kong.ctx.plugin.rules then
    return
  end
  local body = kong.service.response.get_raw_body()
  if body == "" then
    return clear_body_headers()
  end
  local text, err = mask(conf, body)
  if not text then
    kong.log.err("the response cannot be masked and is ", conf.unreadable == "pass" and "passed on: " or "withheld: ", err)
    return conf.unreadable ~= "pass" and block() or nil
  end
  clear_body_headers()
  if text ~= body then
    notes.get().service_answer = true
    return kong.response.exit(kong.service.response.get_status(), text)
  end
end

return Masking
