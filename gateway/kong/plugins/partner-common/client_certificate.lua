--- The certificate that the client presents on its connection, with the intermediate certificates it sends. One connection carries many
-- calls, so parsed chains are cached by their text.
local chain_lib = require "resty.openssl.x509.chain"
local lrucache = require "resty.lrucache"
local x509 = require "resty.openssl.x509"

local kong = kong
local gmatch, min = string.gmatch, math.min
local pcall, setmetatable = pcall, setmetatable

local M = {}

local PEM = "%-%-%-%-%-BEGIN CERTIFICATE%-%-%-%-%-.-%-%-%-%-%-END CERTIFICATE%-%-%-%-%-"
local MAX_CHAIN_LENGTH = 10
local CACHE_SIZE, MAX_CACHED_BYTES, CACHE_TTL_S = 500, 65536, 3600

local cache = lrucache.new(CACHE_SIZE)

local function parse(text)
  local leaf, expires_at
  local intermediates, count = chain_lib.new(), 0
  for pem in gmatch(text, PEM) do
    local certificate, err = x509.new(pem, "PEM")
    count = count + 1
    if not certificate or count > MAX_CHAIN_LENGTH then
      return nil, err or "the chain is too long"
    end
    expires_at = min(expires_at or certificate:get_not_after(), certificate:get_not_after())
    if leaf then
      intermediates:add(certificate)
    else
      leaf = certificate
    end
  end
  if not leaf then
    return nil, "no certificate"
  end
  return {
    leaf = leaf, intermediates = intermediates, sha256 = leaf:digest("sha256"), expires_at = expires_at,
    -- By store: until when the chain counts as verified against it.
    trusted_until = setmetatable({}, { __mode = "k" }),
  }
end

--- Reads a chain.
-- @tparam string text PEM blocks, the leaf first
-- @treturn table|nil {leaf, intermediates, sha256 = raw bytes, expires_at = earliest expiry in the chain, trusted_until}
-- @treturn nil|string error
function M.read(text)
  local chain = cache:get(text)
  if chain then
    return chain
  end
  local ok, err
  ok, chain, err = pcall(parse, text)
  if not ok or not chain then
    return nil, ok and err or chain
  end
  if #text <= MAX_CACHED_BYTES then
    cache:set(text, chain, CACHE_TTL_S)
  end
  return chain
end

--- The chain of this connection.
-- @treturn table|nil as returned by `read`; nil if the client sent no certificate
-- @treturn nil|string error; nil if the client sent no certificate
function M.get()
  local text = kong.client.tls.get_full_client_certificate_chain()
  if not text then
    return nil
  end
  return M.read(text)
end

return M
