--- Whether the certificate that a client has shown can be trusted.
local authorities = require "kong.plugins.partner-mtls.authorities"
local client_certificate = require "kong.plugins.partner-common.client_certificate"
local to_hex = require("resty.string").to_hex

local ngx = ngx
local min = math.min

local M = {}

-- For so long a chain is not verified again: as long as a CA that was changed may still count.
local TRUSTED_S = 60

--- Verifies the chain up to one of the config's CAs: signatures, dates, and that it is good for a client.
-- @treturn table|nil {sha256 = raw bytes}
-- @treturn nil|string what is wrong with it
-- @treturn nil|boolean true where not the certificate, but the gateway is at fault
function M.verified(conf)
  local store, problem = authorities.store(conf)
  if not store then
    return nil, problem, true
  end
  local chain, err = client_certificate.shown()
  if not chain then
    return nil, err or "there is none"
  end
  local now = ngx.time()
  if (chain.trusted[store] or 0) > now then
    return chain
  end
  local holds
  holds, err = store:verify(chain.leaf, chain.others, nil, nil, "ssl_client", authorities.PARTIAL_CHAIN)
  if not holds then
    return nil, err
  end
  chain.trusted[store] = min(now + TRUSTED_S, chain.ends)
  return chain
end

--- Lower-case hexadecimal, as consumers' tags have it.
function M.hex(certificate)
  return to_hex(certificate.sha256)
end

return M
