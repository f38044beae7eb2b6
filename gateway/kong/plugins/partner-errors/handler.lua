--- Gives the gateway's own refusals the form {status, code, message}, looks after the correlation id, announces the end of
-- deprecated APIs, refuses writes without the idempotency key that the API declares, and reads Host and Connection as HTTP says. See
-- README.md.
local connection = require "kong.plugins.partner-errors.connection"
local host = require "kong.plugins.partner-errors.host"
local model = require "kong.plugins.partner-errors.model"
local notes = require "kong.plugins.partner-common.notes"
local operations = require "kong.plugins.partner-common.operations"
local refusal = require "kong.plugins.partner-common.refusal"

local kong, ngx = kong, ngx
local find, lower = string.find, string.lower
local ipairs, type = ipairs, type

local Errors = {
  VERSION = "0.1.0",
  PRIORITY = 930,
}

--- The correlation id that the client sent: nil where there is none, false where it is malformed.
local function sent_correlator(conf)
  local value = kong.request.get_headers()[conf.correlator_header]
  if value == nil or value == "" then
    return nil
  end
  if type(value) ~= "string" or #value > 256 or not find(value, "^[%w%-_:;%./<>{}]*$") then
    return false
  end
  return value
end

local function check_correlator(conf)
  local sent = sent_correlator(conf)
  if sent == false then
    return refusal.exit(400, "INVALID_ARGUMENT", "The header '" .. conf.correlator_header .. "' is malformed.")
  end
  kong.service.request.set_header(conf.correlator_header, sent or ngx.var.kong_request_id)
end

local function check_idempotency(conf)
  local operation = operations.find(conf.idempotent_operations)
  if operation and (kong.request.get_header(operation.header) or "") == "" then
    return refusal.exit(400, "INVALID_ARGUMENT", "The header '" .. operation.header .. "' is missing.")
  end
end

--- Kong runs this phase of the global instance alone, for every request.
function Errors:rewrite()
  host.normalize()
  connection.apply()
end

function Errors:access(conf)
  if connection.is_left() then
    return refusal.exit(400, "INVALID_ARGUMENT", "The header 'Connection' may not name other headers here.")
  end
  -- The listener's instance also runs where calls are refused as if they had no route: they are not told apart by their headers.
  if conf.scope == "api" then
    check_correlator(conf)
  end
  if conf.scope ~= "listener" then
    check_idempotency(conf)
  end
end

--- The headers of every answer. Of a name that comes several times all are sent; Link is added to the upstream's own.
local function announce(conf)
  local seen = { link = true }
  for _, header in ipairs(conf.response_headers or {}) do
    local name = lower(header.name)
    if seen[name] then
      kong.response.add_header(header.name, header.value)
    else
      kong.response.set_header(header.name, header.value)
    end
    seen[name] = true
  end
end

--- Whether the answer's body is replaced by the error model.
local function is_replaced(conf, status)
  if kong.response.get_source() == "service" or notes.get().service_answer then
    return conf.upstream_errors == "replace" and status >= 500
  end
  return status >= 400
end

--- Whether the upstream's answer broke off while Kong held it back for a plugin's response phase. Kong then sends a body of its own
-- under the upstream's status: a 200 to everybody who reads no further. It passes for a plugin's answer, but a plugin's comes either
-- without the upstream (KONG_PROXIED is Kong's mark that it was called) or after it, and then there is the upstream's status.
local function is_broken_off()
  return kong.response.get_source() == "exit" and ngx.ctx.KONG_PROXIED and not kong.service.response.get_status()
end

--- The answer's status: 502 instead of one that says that all is well over an answer that broke off.
local function honest_status()
  local status = kong.response.get_status()
  if status < 400 and is_broken_off() then
    kong.response.set_status(502)
    return 502
  end
  return status
end

-- Headers that describe the body that was.
local OF_THE_BODY = { "Content-Encoding", "Content-Language", "Content-Disposition", "ETag", "Last-Modified", "Accept-Ranges" }

--- Puts the error model in the place of the body.
local function replace(conf, status)
  local body = model.body(conf, status, notes.get())
  kong.ctx.plugin.body = body
  for _, name in ipairs(OF_THE_BODY) do
    kong.response.clear_header(name)
  end
  kong.response.set_header("Content-Type", "application/json")
  kong.response.set_header("Content-Length", #body)
  if (status == 429 or status == 503) and not kong.response.get_header("Retry-After") then
    kong.response.set_header("Retry-After", "1")
  end
  if status == 401 and not kong.response.get_header("WWW-Authenticate") then
    kong.response.set_header("WWW-Authenticate", "Bearer")
  end
end

function Errors:header_filter(conf)
  local status = honest_status()
  if conf.scope == "requests" then
    -- Another plugin shapes refusals, but that one is told of what plugins refuse, not of this.
    if is_broken_off() then
      replace(conf, status)
    end
    return
  end
  kong.response.set_header(conf.correlator_header, sent_correlator(conf) or ngx.var.kong_request_id)
  announce(conf)
  if is_replaced(conf, status) then
    replace(conf, status)
  end
end

--- Drops the old body as it comes, part by part, and sends the new one with the last of them: the old one may have any length.
function Errors:body_filter()
  local body = kong.ctx.plugin.body
  if body then
    ngx.arg[1] = ngx.arg[2] and body or nil
  end
end

return Errors
