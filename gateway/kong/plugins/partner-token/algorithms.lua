--- Asymmetric signature algorithms and the keys that they can be used with.
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
  ES256 = { digest = "sha256", lengths = { [64] = true }, options = RAW },
  ES384 = { digest = "sha384", lengths = { [96] = true }, options = RAW },
  ES512 = { digest = "sha512", lengths = { [132] = true }, options = RAW },
  -- Of Ed25519 and Ed448.
  EdDSA = { lengths = { [64] = true, [114] = true } },
}

local RSA = { RS256 = true, RS384 = true, RS512 = true, PS256 = true, PS384 = true, PS512 = true }
local CURVES = { ["P-256"] = "ES256", ["P-384"] = "ES384", ["P-521"] = "ES512", Ed25519 = "EdDSA", Ed448 = "EdDSA" }
-- Length of the modulus in base64url, for keys of 2048 to 8192 bits.
local MIN_MODULUS_LENGTH, MAX_MODULUS_LENGTH = 342, 1366

--- The set of algorithms that a JWK may be used with; nil if the key is not supported.
function M.of_jwk(jwk)
  local suitable
  if jwk.kty == "RSA" then
    if type(jwk.n) ~= "string" or #jwk.n < MIN_MODULUS_LENGTH or #jwk.n > MAX_MODULUS_LENGTH then
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

--- Whether a signature is valid. Never raises an error.
-- @tparam table key of resty.openssl.pkey
function M.verify(algorithm, key, signature, data)
  local parameters = ALGORITHMS[algorithm]
  if not parameters or (parameters.lengths and not parameters.lengths[#signature]) then
    return false
  end
  local ok, valid = pcall(key.verify, key, signature, data, parameters.digest, parameters.padding, parameters.options)
  return ok and valid == true
end

return M
