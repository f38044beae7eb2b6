--- Tokens at which Kong's jwt throws instead of refusing them.
local token = require "kong.plugins.partner-common.token"

local find, type = string.find, type

local M = {}

-- jwt_parser expects exactly these lengths of a signature, in bytes.
local LENGTHS = { ES256 = 64, ES384 = 96, ES512 = 132, PS256 = 256, PS384 = 256, PS512 = 256 }

--- Whether a text is a token that Kong's jwt cannot read: no JWT, a key id that is no plain text, or a signature of a wrong length.
-- @param text of token.bearer
function M.is(text)
  if not text then
    -- Nothing, or not what token.bearer takes for a token: jwt takes any text behind 'Bearer'.
    return text == false
  end
  local parsed = token.parse(text)
  if not parsed then
    return true
  end
  local length = LENGTHS[parsed.header.alg]
  if length and #parsed.signature ~= length then
    return true
  end
  local kid = parsed.claims.kid or parsed.header.kid
  return kid ~= nil and (type(kid) ~= "string" or not find(kid, "^[\32-\126]*$"))
end

return M
