--- Signature algorithms, asymmetric ones only, and the keys that they go with.
local pkey = require "resty.openssl.pkey"

local pcall, type = pcall, type

local M = {}

local PSS = pkey.PADDINGS.RSA_PKCS1_PSS_PADDING
local RAW = { ecdsa_use_raw = true }

local ALGORITHMS = {
  RS256 = { digest = "sha256" },
  RS384 = { digest = "sha384" },
  RS512 = { digest = "sha512" },
  PS256 = { digest = "sha256", padding = PSS },
  PS384 = { digest = "sha384", padding = PSS },
  PS512 = { digest = "sha512", padding = PSS },
  ES256 = { digest = "sha256", length = 64, options = RAW },
  ES384 = { digest = "sha384", length = 96, options = RAW },
  ES512 = { digest = "sha512", length = 132, options = RAW },
  EdDSA = { length = 64 },
}

local RSA = { RS256 = true, RS384 = true, RS512 = true, PS256 = true, PS384 = true, PS512 = true }
local CURVES = { ["P-256"] = "ES256", ["P-384"] = "ES384", ["P-521"] = "ES512", Ed25519 = "EdDSA" }
-- 2048 to 8192 bits: the length of the modulus in base64url.
local SHORTEST_MODULUS, LONGEST_MODULUS = 342, 1366

--- The algorithms that a JWK may be used with, as a set; nil where it is none that is accepted.
function M.of_jwk(jwk)
  local suitable
  if jwk.kty == "RSA" then
    if type(jwk.n) ~= "string" or #jwk.n < SHORTEST_MODULUS or #jwk.n > LONGEST_MODULUS then
      return nil
    end
    suitable = RSA
  elseif jwk.kty == "EC" or jwk.kty == "OKP" then
    local algorithm = CURVES[jwk.crv]
    suitable = algorithm and { [algorithm] = true }
  end
  if not suitable or jwk.alg == nil then
    return suitable
  end
  return suitable[jwk.alg] and { [jwk.alg] = true } or nil
end

--- Whether a signature holds. Never raises an error.
-- @tparam table key of resty.openssl.pkey
function M.verify(algorithm, key, signature, data)
  local how = ALGORITHMS[algorithm]
  if not how or (how.length and #signature ~= how.length) then
    return false
  end
  local ok, valid = pcall(key.verify, key, signature, data, how.digest, how.padding, how.options)
  return ok and valid == true
end

return M
