-- jwt, as far as later plugins depend on it: finds the key by 'kid' (the config maps it to a consumer), checks signature and algorithm, but
-- neither 'iss' nor 'aud'. Like Kong's it raises an error on tokens that it cannot parse.
local standin = ...
local kong, state, parser, pkey = standin("kong"), standin("state"), standin("modules.jwt_parser"), standin("modules.pkey")
local M = { VERSION = "1.0.0", PRIORITY = 1450 }

local DIGESTS = { ES256 = "sha256", RS256 = "sha256" }

local function refuse() return kong.response.exit(401, { message = "Unauthorized" }) end

function M:access(conf)
  local text = (kong.request.get_header("authorization") or ""):match("^%s*[Bb]earer%s+(.+)")
  if not text then return refuse() end
  local token = parser:new(text)
  local kid = token and (token.claims.kid or token.header.kid)
  if not kid then return refuse() end
  if type(kid) ~= "string" then error("kid: expected a string") end
  local credential = conf.credentials[kid]
  if not credential or credential.algorithm ~= token.header.alg then return refuse() end
  if credential.algorithm == "ES256" then assert(#token.signature == 64, "Signature must be 64 bytes.") end
  local key = pkey.new(credential.pem)
  local signed = token.header_64 .. "." .. token.claims_64
  if not key:verify(token.signature, signed, DIGESTS[credential.algorithm], nil, { ecdsa_use_raw = true }) then return refuse() end
  kong.client.authenticate(state.consumers[credential.consumer], { id = kid, key = kid })
  kong.ctx.shared.authenticated_jwt_token = text
end

return M
