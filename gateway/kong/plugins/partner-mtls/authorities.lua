--- The CAs of a config in the forms that OpenSSL needs: a list for the handshake, and a store to verify chains against.
local chain_lib = require "resty.openssl.x509.chain"
local store_lib = require "resty.openssl.x509.store"
local x509 = require "resty.openssl.x509"

local kong = kong
local concat = table.concat
local ipairs, setmetatable = ipairs, setmetatable

local M = {}

-- A changed CA takes effect within this time, since Kong does not invalidate its entity in the cache that plugins use.
local CACHE_TTL_S = 60

local function load_pem(id)
  local entity, err = kong.db.ca_certificates:select({ id = id })
  if err then
    return nil, err
  end
  if not entity then
    return nil, "the gateway has no CA certificate with the ID " .. id
  end
  return entity.cert
end

--- Adds a list of certificates to a chain or a store.
local function add_all(container, pems)
  for _, pem in ipairs(pems) do
    local certificate, err = x509.new(pem, "PEM")
    local ok
    if certificate then
      ok, err = container:add(certificate)
    end
    if not ok then
      return nil, err
    end
  end
  return container
end

local built = setmetatable({}, { __mode = "k" })

--- Fills the container that `create` returns with the CAs of a config. Builds it again only after one of them has changed.
local function build(conf, create)
  local pems = {}
  for i, id in ipairs(conf.ca_certificates) do
    local err
    pems[i], err = kong.cache:get("gatewright:ca:" .. id, { ttl = CACHE_TTL_S }, load_pem, id)
    if not pems[i] then
      return nil, err or "no CA certificate"
    end
  end
  local text = concat(pems)
  local previous = built[conf]
  if previous and previous.text == text then
    return previous.container
  end
  local container, err = add_all(create(), pems)
  if container then
    built[conf] = { text = text, container = container }
  end
  return container, err
end

--- The CA certificates as a chain, from which OpenSSL takes the names to send.
function M.names(conf)
  return build(conf, chain_lib.new)
end

--- A store that trusts the CAs, whether they are roots or intermediates.
function M.store(conf)
  return build(conf, store_lib.new)
end

M.PARTIAL_CHAIN = store_lib.verify_flags.X509_V_FLAG_PARTIAL_CHAIN

return M
