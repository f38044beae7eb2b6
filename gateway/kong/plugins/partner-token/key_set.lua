--- A set of public keys from a JWKS document or from the plugin's config.
local algorithms = require "kong.plugins.partner-token.algorithms"
local cjson = require "cjson.safe"
local pkey = require "resty.openssl.pkey"

local kong = kong
local ipairs, setmetatable, type = ipairs, setmetatable, type

local M = {}

-- The public members of a JWK. No others are passed to OpenSSL.
local PUBLIC_MEMBERS = { "kty", "n", "e", "crv", "x", "y" }
local MAX_KEYS = 100

local function is_key_id(value)
  return type(value) == "string" and value ~= "" and #value <= 200
end

--- Whether a key may be used to verify signatures.
local function is_for_verification(jwk)
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

--- Reads the keys that can verify signatures from a JWKS document, in a form that Kong can cache.
-- @treturn table|nil {{kid, algorithms, jwk}, …}; nil if the text is not a JWKS document or has no usable key
function M.parse(text)
  local document = cjson.decode(text)
  if type(document) ~= "table" or type(document.keys) ~= "table" then
    return nil
  end
  local keys = {}
  for _, jwk in ipairs(document.keys) do
    local supported = type(jwk) == "table" and is_key_id(jwk.kid) and is_for_verification(jwk) and algorithms.of_jwk(jwk)
    if supported and #keys < MAX_KEYS then
      local public = {}
      for _, member in ipairs(PUBLIC_MEMBERS) do
        public[member] = jwk[member]
      end
      keys[#keys + 1] = { kid = jwk.kid, algorithms = supported, jwk = cjson.encode(public) }
    end
  end
  return #keys > 0 and keys or nil
end

--- The keys of a config, in the same form as `parse`.
function M.from_config(public_keys)
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
-- The set of keys that verified a token, by parsed token.
local verified_by = setmetatable({}, { __mode = "kv" })

--- The OpenSSL key, loaded once; false if it is invalid.
local function load(key)
  if loaded[key] == nil then
    local openssl_key, err = pkey.new(key.jwk or key.pem, { format = key.jwk and "JWK" or "PEM" })
    if not openssl_key then
      kong.log.warn("failed to load the issuer's key '", key.kid, "': ", err)
    end
    loaded[key] = openssl_key or false
  end
  return loaded[key]
end

--- Verifies a token. A set of keys verifies the same token only once. If the issuer removes a key, that is a different set.
-- @tparam table keys as returned by `parse` or `from_config`
-- @tparam table token as returned by token.parse
-- @treturn boolean|nil whether a key with the token's key ID and algorithm verifies it; nil if there is no such key
function M.verify(keys, token)
  if verified_by[token] == keys then
    return true
  end
  local result
  for _, key in ipairs(keys) do
    local public_key = key.kid == token.header.kid and key.algorithms[token.header.alg] and load(key)
    if public_key then
      if algorithms.verify(token.header.alg, public_key, token.signature, token.header_64 .. "." .. token.claims_64) then
        verified_by[token] = keys
        return true
      end
      result = false
    end
  end
  return result
end

return M
