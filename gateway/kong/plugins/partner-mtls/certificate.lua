--- The certificate that a client has shown.
local authorities = require "kong.plugins.partner-mtls.authorities"
local chain_lib = require "resty.openssl.x509.chain"
local to_hex = require("resty.string").to_hex
local x509 = require "resty.openssl.x509"

local gmatch = string.gmatch
local pcall = pcall

local M = {}

local PEM = "%-%-%-%-%-BEGIN CERTIFICATE%-%-%-%-%-.-%-%-%-%-%-END CERTIFICATE%-%-%-%-%-"
local MOST = 10

--- Takes the chain apart: the client's certificate, and those between it and a CA.
-- @treturn table|nil leaf
-- @treturn table|string others, or the error
local function read(text)
  local leaf
  local others, count = chain_lib.new(), 0
  for pem in gmatch(text, PEM) do
    local certificate, err = x509.new(pem, "PEM")
    count = count + 1
    if not certificate or count > MOST then
      return nil, err or "the chain is too long"
    end
    if leaf then
      others:add(certificate)
    else
      leaf = certificate
    end
  end
  return leaf, leaf and others or "no certificate"
end

--- Verifies the chain up to one of the config's CAs: signatures, dates, and that it is good for a client.
-- @tparam string text PEM blocks, the client's own first
-- @treturn table|nil {sha256 = raw bytes}
-- @treturn nil|string what is wrong with it
-- @treturn nil|boolean true where not the certificate, but the gateway is at fault
function M.verified(conf, text)
  local store, problem = authorities.store(conf)
  if not store then
    return nil, problem, true
  end
  local ok, leaf, others = pcall(read, text)
  if not ok or not leaf then
    return nil, ok and others or leaf
  end
  local holds, err = store:verify(leaf, others, nil, nil, "ssl_client", authorities.PARTIAL_CHAIN)
  if not holds then
    return nil, err
  end
  return { sha256 = leaf:digest("sha256") }
end

--- Lower-case hexadecimal, as consumers' tags have it.
function M.hex(certificate)
  return to_hex(certificate.sha256)
end

return M
