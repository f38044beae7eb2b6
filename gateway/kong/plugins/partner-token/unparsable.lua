--- Tokens on which Kong's jwt raises an error instead of refusing them.
local token = require "kong.plugins.partner-common.token"

local find, type = string.find, type

local M = {}

-- The signature lengths in bytes that jwt_parser asserts.
local SIGNATURE_LENGTHS = { ES256 = 64, ES384 = 96, ES512 = 132, PS256 = 256, PS384 = 256, PS512 = 256 }

--- Whether Kong's jwt fails to read a text: because it is not a JWT, its key ID is not printable ASCII text, or its signature has the wrong
-- length.
-- @param text as returned by token.bearer
function M.is_unparsable(text)
  if not text then
    -- token.bearer rejects some headers from which jwt still extracts a token, since it takes any text after 'Bearer'.
    return text == false
  end
  local parsed = token.parse(text)
  if not parsed then
    return true
  end
  local length = SIGNATURE_LENGTHS[parsed.header.alg]
  if length and #parsed.signature ~= length then
    return true
  end
  local kid = parsed.claims.kid or parsed.header.kid
  return kid ~= nil and (type(kid) ~= "string" or not find(kid, "^[\32-\126]*$"))
end

return M
