--- Formats the gateway's own errors as {status, code, message}, handles the correlation ID, adds the headers of deprecated APIs, refuses
-- writes without the idempotency key that the API requires, and processes Host and Connection as HTTP requires. See README.md.
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

--- The correlation ID that the client sent; nil if it sent none, false if it is malformed.
local function client_correlator(conf)
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
  local correlator = client_correlator(conf)
  if correlator == false then
    return refusal.exit(400, "INVALID_ARGUMENT", "The header '" .. conf.correlator_header .. "' is malformed.")
  end
  kong.service.request.set_header(conf.correlator_header, correlator or ngx.var.kong_request_id)
end

local function check_idempotency(conf)
  local operation = operations.find(conf.idempotent_operations)
  if operation and (kong.request.get_header(operation.header) or "") == "" then
    return refusal.exit(400, "INVALID_ARGUMENT", "The header '" .. operation.header .. "' is missing.")
  end
end

--- Kong runs this phase only for the global instance, and for every request.
function Errors:rewrite()
  host.normalize()
  connection.apply()
end

function Errors:access(conf)
  if connection.is_pending() then
    return refusal.exit(400, "INVALID_ARGUMENT", "The header 'Connection' must not list other headers.")
  end
  -- The listener's instance also handles calls that are refused as if no route matched; their headers must make no difference.
  if conf.scope == "api" then
    check_correlator(conf)
  end
  if conf.scope ~= "listener" then
    check_idempotency(conf)
  end
end

--- Sets the configured headers. Values with the same name are all sent; Link is added to the upstream's own.
local function set_response_headers(conf)
  local already_set = { link = true }
  for _, header in ipairs(conf.response_headers or {}) do
    local name = lower(header.name)
    if already_set[name] then
      kong.response.add_header(header.name, header.value)
    else
      kong.response.set_header(header.name, header.value)
    end
    already_set[name] = true
  end
end

--- Whether the error model replaces the body of the response.
local function is_replaced(conf, status)
  if kong.response.get_source() == "service" or notes.get().service_answer then
    return conf.upstream_errors == "replace" and status >= 500
  end
  return status >= 400
end

--- Whether the upstream's response was cut off while Kong buffered it for a plugin's response phase. Kong then sends a body of its own
-- with the upstream's status, which may be 200, and reports it as a plugin's response. A genuine plugin's response comes either without a
-- call to the upstream (Kong sets KONG_PROXIED when it calls it) or after it, and then the upstream's status is available.
local function is_truncated()
  return kong.response.get_source() == "exit" and ngx.ctx.KONG_PROXIED and not kong.service.response.get_status()
end

--- The status of the response. Changes a success status to 502 if the response was cut off.
local function correct_status()
  local status = kong.response.get_status()
  if status < 400 and is_truncated() then
    kong.response.set_status(502)
    return 502
  end
  return status
end

-- Headers that describe the original body.
local BODY_HEADERS = { "Content-Encoding", "Content-Language", "Content-Disposition", "ETag", "Last-Modified", "Accept-Ranges" }

--- Replaces the body by the error model.
local function replace_body(conf, status)
  local body = model.body(conf, status, notes.get())
  kong.ctx.plugin.body = body
  for _, name in ipairs(BODY_HEADERS) do
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
  local status = correct_status()
  if conf.scope == "requests" then
    -- Another plugin formats errors, but it only sees those of plugins, not this one.
    if is_truncated() then
      replace_body(conf, status)
    end
    return
  end
  kong.response.set_header(conf.correlator_header, client_correlator(conf) or ngx.var.kong_request_id)
  set_response_headers(conf)
  if is_replaced(conf, status) then
    replace_body(conf, status)
  end
end

--- Discards the original body chunk by chunk and sends the new one with the last chunk, so that the original is never held in memory.
function Errors:body_filter()
  local body = kong.ctx.plugin.body
  if body then
    ngx.arg[1] = ngx.arg[2] and body or nil
  end
end

return Errors
