--- A set of public keys: from a JWKS document or from the plugin's config.
local algorithms = require "kong.plugins.partner-token.algorithms"
local cjson = require "cjson.safe"
local pkey = require "resty.openssl.pkey"

local kong = kong
local ipairs, setmetatable, type = ipairs, setmetatable, type

local M = {}

-- Members of a JWK that make a public key: no other gets into OpenSSL.
local PUBLIC = { "kty", "n", "e", "crv", "x", "y" }
local MOST_KEYS = 100

local function is_text(value)
  return type(value) == "string" and value ~= "" and #value <= 200
end

local function verifies(jwk)
  if jwk.use ~= nil and jwk.use ~= "sig" then
    return false
  end
  if type(jwk.key_ops) ~= "table" then
    return jwk.key_ops == nil
  end
  for _, operation in ipairs(jwk.key_ops) do
    if operation == "verify" then
      return true
    end
  end
  return false
end

--- Reads a JWKS document: the keys that can verify a signature, in a form that Kong's cache can hold.
-- @treturn table|nil {{kid, algorithms, jwk}, …}; nil where it is no JWKS, or has no such key
function M.read(text)
  local document = cjson.decode(text)
  if type(document) ~= "table" or type(document.keys) ~= "table" then
    return nil
  end
  local keys = {}
  for _, jwk in ipairs(document.keys) do
    local suitable = type(jwk) == "table" and is_text(jwk.kid) and verifies(jwk) and algorithms.of_jwk(jwk)
    if suitable and #keys < MOST_KEYS then
      local public = {}
      for _, member in ipairs(PUBLIC) do
        public[member] = jwk[member]
      end
      keys[#keys + 1] = { kid = jwk.kid, algorithms = suitable, jwk = cjson.encode(public) }
    end
  end
  return #keys > 0 and keys or nil
end

--- The keys of a config, in the form of `read`.
function M.inline(public_keys)
  local keys = {}
  for i, key in ipairs(public_keys) do
    keys[i] = { kid = key.kid, algorithms = {}, pem = key.pem }
    for _, algorithm in ipairs(key.algorithms) do
      keys[i].algorithms[algorithm] = true
    end
  end
  return keys
end

local loaded = setmetatable({}, { __mode = "k" })
-- The keys that have verified a token, by the token as it was read.
local verified = setmetatable({}, { __mode = "kv" })

--- The key as OpenSSL has it, read once; false where it cannot be read.
local function load(key)
  if loaded[key] == nil then
    local read, err = pkey.new(key.jwk or key.pem, { format = key.jwk and "JWK" or "PEM" })
    if not read then
      kong.log.warn("key '", key.kid, "' of the issuer cannot be read: ", err)
    end
    loaded[key] = read or false
  end
  return loaded[key]
end

--- Looks for the keys of a token. A signature is computed once: where the same keys have verified this very token before, they need
-- not again. Keys that the issuer has taken out of its set are another set.
-- @tparam table keys of `read` or `inline`
-- @tparam table token of token.parse
-- @treturn boolean|nil whether a key with this id, that may be used with this algorithm, verifies the token; nil where there is none
function M.verify(keys, token)
  if verified[token] == keys then
    return true
  end
  local found
  for _, key in ipairs(keys) do
    local read = key.kid == token.header.kid and key.algorithms[token.header.alg] and load(key)
    if read then
      if algorithms.verify(token.header.alg, read, token.signature, token.header_64 .. "." .. token.claims_64) then
        verified[token] = keys
        return true
      end
      found = false
    end
  end
  return found
end

return M
