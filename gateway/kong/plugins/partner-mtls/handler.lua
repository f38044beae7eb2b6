--- Mutual TLS: the global instance requests a client certificate, the instance of an API verifies it. See README.md.
local authorities = require "kong.plugins.partner-mtls.authorities"
local binding = require "kong.plugins.partner-common.binding"
local certificate = require "kong.plugins.partner-mtls.certificate"
local refusal = require "kong.plugins.partner-common.refusal"
local server_name = require("ngx.ssl").server_name
local subjects = require "kong.plugins.partner-mtls.subject"
local tags = require "kong.plugins.partner-common.tags"
local token = require "kong.plugins.partner-common.token"

local kong, ngx = kong, ngx
local lower = string.lower
local ipairs = ipairs

local Mtls = {
  VERSION = "0.1.0",
  PRIORITY = 1430,
}

local function is_configured_name(conf, name)
  for _, configured in ipairs(conf.server_names) do
    if name and lower(name) == configured then
      return true
    end
  end
end

function Mtls:certificate(conf)
  if conf.scope ~= "listener" or not is_configured_name(conf, server_name()) then
    return
  end
  local names, ok, err
  if conf.send_ca_names then
    names, err = authorities.names(conf)
    if not names then
      -- Request a certificate anyway: only clients with several certificates need the names.
      kong.log.err("failed to send the names of the CAs: ", err)
    end
  end
  ok, err = kong.client.tls.request_client_certificate(names and names.ctx)
  if ok and not conf.session_reuse then
    ok, err = kong.client.tls.disable_session_reuse()
  end
  if not ok then
    kong.log.err("failed to request a client certificate: ", err)
  end
end

--- Whether the application has registered the certificate.
local function is_registered(conf, consumer, chain)
  local sha256 = certificate.thumbprint(chain)
  local subject = subjects.canonical(ngx.var.ssl_client_s_dn)
  for _, entry in ipairs(tags.of(consumer).certificates) do
    local matches = (entry.sha256 == nil or entry.sha256 == sha256)
      and (entry.subject == nil or (subject ~= nil and subjects.canonical(entry.subject) == subject))
    for _, part in ipairs(conf.registered) do
      matches = matches and entry[part == "thumbprint" and "sha256" or "subject"] ~= nil
    end
    if matches then
      return true
    end
  end
  return false
end

--- Whether the token is bound to this certificate (RFC 8705), or not bound if that is allowed.
local function is_binding_valid(conf, chain)
  local verified = token.verified()
  local thumbprint = verified and binding.thumbprint(verified.claims)
  if thumbprint == nil then
    return conf.bound_tokens ~= "required"
  end
  return thumbprint == binding.base64url(chain.sha256)
end

--- Checks the client certificate of a call.
-- @treturn string|nil why it is refused; nil if it is accepted
-- @treturn nil|boolean true if the gateway is at fault, not the certificate
local function check(conf, consumer)
  local chain, err, is_gateway_error = certificate.verify(conf)
  if not chain then
    return err, is_gateway_error
  end
  if not is_registered(conf, consumer, chain) then
    return "it is not registered for the application"
  end
  if not is_binding_valid(conf, chain) then
    return "the token is not bound to it"
  end
end

function Mtls:access(conf)
  if conf.scope ~= "api" then
    return
  end
  local consumer = kong.client.get_consumer()
  if not consumer then
    return refusal.unauthenticated(false)
  end
  local err, is_gateway_error = check(conf, consumer)
  if is_gateway_error then
    kong.log.err("failed to verify client certificates: ", err)
    return refusal.unavailable()
  elseif err then
    kong.log.notice("the client certificate is refused: ", err)
    return refusal.unauthenticated(true)
  end
end

return Mtls
