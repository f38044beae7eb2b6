--- Client certificates: the global instance asks for one, the instance of an API decides. See README.md.
local authorities = require "kong.plugins.partner-mtls.authorities"
local binding = require "kong.plugins.partner-common.binding"
local certificates = require "kong.plugins.partner-mtls.certificate"
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

local function is_asked(conf, name)
  for _, one in ipairs(conf.server_names) do
    if name and lower(name) == one then
      return true
    end
  end
end

function Mtls:certificate(conf)
  if conf.scope ~= "listener" or not is_asked(conf, server_name()) then
    return
  end
  local names, ok, err
  if conf.send_ca_names then
    names, err = authorities.names(conf)
    if not names then
      -- Asked for all the same: only clients with several certificates miss the names.
      kong.log.err("the names of the CAs cannot be sent: ", err)
    end
  end
  ok, err = kong.client.tls.request_client_certificate(names and names.ctx)
  if ok and not conf.session_reuse then
    ok, err = kong.client.tls.disable_session_reuse()
  end
  if not ok then
    kong.log.err("no client certificate can be asked for: ", err)
  end
end

--- Whether the certificate is one that the application has registered.
local function is_registered(conf, consumer, certificate)
  local sha256 = certificates.hex(certificate)
  local subject = subjects.canonical(ngx.var.ssl_client_s_dn)
  for _, entry in ipairs(tags.of(consumer).certificates) do
    local fits = (entry.sha256 == nil or entry.sha256 == sha256)
      and (entry.subject == nil or (subject ~= nil and subjects.canonical(entry.subject) == subject))
    for _, part in ipairs(conf.registered) do
      fits = fits and entry[part == "thumbprint" and "sha256" or "subject"] ~= nil
    end
    if fits then
      return true
    end
  end
  return false
end

--- Whether the token names this certificate (RFC 8705), or none where none is needed.
local function is_bound(conf, certificate)
  local verified = token.verified()
  local thumbprint = verified and binding.thumbprint(verified.claims)
  if thumbprint == nil then
    return conf.bound_tokens ~= "required"
  end
  return thumbprint == binding.base64url(certificate.sha256)
end

--- What speaks against the call; nil where nothing does.
local function objection(conf, consumer)
  local certificate, problem, is_own = certificates.verified(conf)
  if not certificate then
    return problem, is_own
  end
  if not is_registered(conf, consumer, certificate) then
    return "it is not registered for the application"
  end
  if not is_bound(conf, certificate) then
    return "the token does not belong to it"
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
  local problem, is_own = objection(conf, consumer)
  if is_own then
    kong.log.err("client certificates cannot be verified: ", problem)
    return refusal.unavailable()
  elseif problem then
    kong.log.notice("the client certificate is refused: ", problem)
    return refusal.unauthenticated(true)
  end
end

return Mtls
