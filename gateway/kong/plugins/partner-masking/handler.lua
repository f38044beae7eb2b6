--- Takes fields out of answers, or shortens them, by tier and purpose. See README.md.
local holding = require "kong.plugins.partner-masking.holding"
local json_edit = require "kong.plugins.partner-masking.json_edit"
local model = require "kong.plugins.partner-errors.model"
local notes = require "kong.plugins.partner-common.notes"
local paths = require "kong.plugins.partner-masking.paths"
local refusal = require "kong.plugins.partner-common.refusal"

local kong = kong
local find, lower = string.find, string.lower
local ipairs = ipairs

local Masking = {
  VERSION = "0.1.0",
  PRIORITY = 790,
}

function Masking:access(conf)
  local rules = holding.rules(conf)
  if #rules == 0 then
    return
  end
  -- Kong hands answers of such calls through without the response phase.
  if find(lower(kong.request.get_header("Upgrade") or ""), "websocket", 1, true) then
    return refusal.exit(400, "INVALID_ARGUMENT", "The header 'Upgrade' is not accepted here.")
  end
  kong.service.request.clear_header("Accept-Encoding")
  kong.service.request.clear_header("Range")
  kong.ctx.plugin.rules = rules
end

-- Headers that tell of the body as it was.
local OF_THE_BODY = {
  "Accept-Ranges", "Content-Digest", "Content-Encoding", "Content-MD5", "Content-Range", "Digest", "ETag", "Repr-Digest",
}

local function clear_headers()
  for _, name in ipairs(OF_THE_BODY) do
    kong.response.clear_header(name)
  end
end

--- The answer after the rules.
-- @treturn string|nil
-- @treturn nil|string why it cannot be read
local function masked(conf, body)
  local encoding = kong.service.response.get_header("Content-Encoding")
  if encoding and lower(encoding) ~= "identity" then
    return nil, "it is compressed"
  elseif kong.service.response.get_status() == 206 then
    return nil, "it is a part only"
  elseif #body > conf.max_body_bytes then
    return nil, "it is longer than " .. conf.max_body_bytes .. " bytes"
  end
  local text = json_edit.edit(body, paths.tree(kong.ctx.plugin.rules))
  return text, not text and "it is no JSON" or nil
end

--- Ends the call without the answer. One that was an error anyway keeps its status.
local function block()
  local status = kong.service.response.get_status()
  status = status >= 400 and status or 502
  clear_headers()
  return kong.response.exit(status, model.body({}, status, {}), { ["Content-Type"] = "application/json" })
end

function Masking:response(conf)
  if not kong.ctx.plugin.rules then
    return
  end
  local body = kong.service.response.get_raw_body()
  if body == "" then
    return clear_headers()
  end
  local text, err = masked(conf, body)
  if not text then
    kong.log.err("the answer cannot be masked, so it is ", conf.unreadable == "pass" and "passed: " or "held back: ", err)
    return conf.unreadable ~= "pass" and block() or nil
  end
  clear_headers()
  if text ~= body then
    notes.get().service_answer = true
    return kong.response.exit(kong.service.response.get_status(), text)
  end
end

return Masking
