--- Verifies the certificate that the client presents.
local authorities = require "kong.plugins.partner-mtls.authorities"
local client_certificate = require "kong.plugins.partner-common.client_certificate"
local to_hex = require("resty.string").to_hex

local ngx = ngx
local min = math.min

local M = {}

-- How long a verified chain is not verified again. No longer than it takes until a changed CA takes effect.
local TRUSTED_S = 60

--- Verifies the chain up to one of the config's CAs: signatures, validity periods, and use for client authentication.
-- @treturn table|nil {sha256 = raw bytes}
-- @treturn nil|string error
-- @treturn nil|boolean true if the gateway is at fault, not the certificate
function M.verify(conf)
  local store, store_err = authorities.store(conf)
  if not store then
    return nil, store_err, true
  end
  local chain, err = client_certificate.get()
  if not chain then
    return nil, err or "the client sent none"
  end
  local now = ngx.time()
  if (chain.trusted_until[store] or 0) > now then
    return chain
  end
  local ok
  ok, err = store:verify(chain.leaf, chain.intermediates, nil, nil, "ssl_client", authorities.PARTIAL_CHAIN)
  if not ok then
    return nil, err
  end
  chain.trusted_until[store] = min(now + TRUSTED_S, chain.expires_at)
  return chain
end

--- The thumbprint of a verified chain in lower-case hexadecimal, as used in consumer tags.
function M.thumbprint(chain)
  return to_hex(chain.sha256)
end

return M
