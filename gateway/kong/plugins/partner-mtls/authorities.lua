--- The CAs of a config, as OpenSSL wants them: a list of names for the handshake, a store to verify with.
local chain_lib = require "resty.openssl.x509.chain"
local store_lib = require "resty.openssl.x509.store"
local x509 = require "resty.openssl.x509"

local kong = kong
local concat = table.concat
local ipairs, setmetatable = ipairs, setmetatable

local M = {}

-- A CA that is changed holds everywhere within this time: its entity is not invalidated in the cache that plugins have.
local TTL_S = 60

local function load_pem(id)
  local entity, err = kong.db.ca_certificates:select({ id = id })
  if err then
    return nil, err
  end
  if not entity then
    return nil, "the gateway has no CA certificate " .. id
  end
  return entity.cert
end

--- Adds every certificate of a list of CAs to a chain or a store.
local function filled(container, pems)
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

local made = setmetatable({}, { __mode = "k" })

--- What `make` makes of the CAs of a config; again when one of them has changed.
local function of(conf, make)
  local pems = {}
  for i, id in ipairs(conf.ca_certificates) do
    local err
    pems[i], err = kong.cache:get("gatewright:ca:" .. id, { ttl = TTL_S }, load_pem, id)
    if not pems[i] then
      return nil, err or "no CA certificate"
    end
  end
  local text = concat(pems)
  local last = made[conf]
  if last and last.text == text then
    return last.value
  end
  local value, err = filled(make(), pems)
  if value then
    made[conf] = { text = text, value = value }
  end
  return value, err
end

--- Their certificates as a chain.
function M.names(conf)
  return of(conf, chain_lib.new)
end

--- A store that trusts them, whether they are roots or stand below one.
function M.store(conf)
  return of(conf, store_lib.new)
end

M.PARTIAL_CHAIN = store_lib.verify_flags.X509_V_FLAG_PARTIAL_CHAIN

return M
