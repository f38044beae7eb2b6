--- The certificate that the client shows on its connection, with those between it and a CA. A connection carries many calls, so what was
-- read of a chain is remembered by its text.
local chain_lib = require "resty.openssl.x509.chain"
local lrucache = require "resty.lrucache"
local x509 = require "resty.openssl.x509"

local kong = kong
local gmatch, min = string.gmatch, math.min
local pcall, setmetatable = pcall, setmetatable

local M = {}

local PEM = "%-%-%-%-%-BEGIN CERTIFICATE%-%-%-%-%-.-%-%-%-%-%-END CERTIFICATE%-%-%-%-%-"
local LONGEST_CHAIN = 10
local MOST, LONGEST_TEXT, KEPT_S = 500, 65536, 3600

local known = lrucache.new(MOST)

--- Takes a chain apart.
local function parsed(text)
  local leaf, ends
  local others, count = chain_lib.new(), 0
  for pem in gmatch(text, PEM) do
    local certificate, err = x509.new(pem, "PEM")
    count = count + 1
    if not certificate or count > LONGEST_CHAIN then
      return nil, err or "the chain is too long"
    end
    ends = min(ends or certificate:get_not_after(), certificate:get_not_after())
    if leaf then
      others:add(certificate)
    else
      leaf = certificate
    end
  end
  if not leaf then
    return nil, "no certificate"
  end
  return {
    leaf = leaf, others = others, sha256 = leaf:digest("sha256"), ends = ends,
    -- Until when a store was found to trust it, by the store.
    trusted = setmetatable({}, { __mode = "k" }),
  }
end

--- Reads a chain.
-- @tparam string text PEM blocks, the client's own first
-- @treturn table|nil {leaf, others, sha256 = raw bytes, ends = when the first of them ends, trusted}
-- @treturn nil|string what is wrong with it
function M.read(text)
  local chain = known:get(text)
  if chain then
    return chain
  end
  local ok, err
  ok, chain, err = pcall(parsed, text)
  if not ok or not chain then
    return nil, ok and err or chain
  end
  if #text <= LONGEST_TEXT then
    known:set(text, chain, KEPT_S)
  end
  return chain
end

--- The chain of this connection.
-- @treturn table|nil as of `read`; nil where none was shown
-- @treturn nil|string what is wrong with it; nil where none was shown
function M.shown()
  local text = kong.client.tls.get_full_client_certificate_chain()
  if not text then
    return nil
  end
  return M.read(text)
end

return M
