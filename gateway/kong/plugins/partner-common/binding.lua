--- Tokens that hold for one key only ('cnf', RFC 7800): who presents one has to show that the key is his own. Known is one way, the
-- client certificate of the connection (RFC 8705); a token that is bound in any other way is nobody's.
local client_certificate = require "kong.plugins.partner-common.client_certificate"

local ngx = ngx
local gsub = string.gsub
local pairs, type = pairs, type

local M = {}

local METHOD = "x5t#S256"

--- The certificate that a token is bound to.
-- @tparam table claims
-- @treturn string|nil|boolean its SHA-256 in base64url without padding; nil where the token is bound to nothing, false where it is bound
-- in a way that is not known
function M.thumbprint(claims)
  local cnf = claims.cnf
  if cnf == nil then
    return nil
  elseif type(cnf) ~= "table" or type(cnf[METHOD]) ~= "string" then
    return false
  end
  for name in pairs(cnf) do
    if name ~= METHOD then
      return false
    end
  end
  return (gsub(cnf[METHOD], "=+$", ""))
end

--- A certificate's thumbprint as tokens have it.
-- @tparam string sha256 raw bytes
function M.base64url(sha256)
  return (gsub(gsub(ngx.encode_base64(sha256, true), "+", "-"), "/", "_"))
end

--- The thumbprint of the client certificate of this connection; nil where none was shown.
local function shown()
  local chain = client_certificate.shown()
  return chain and M.base64url(chain.sha256)
end

--- Whether a token may be presented over this connection. Its certificate is only read where the token is bound.
-- @treturn boolean
-- @treturn nil|string what speaks against it
function M.holds(claims)
  local thumbprint = M.thumbprint(claims)
  if thumbprint == nil then
    return true
  elseif not thumbprint then
    return false, "it is bound in a way that is not known"
  end
  local certificate = shown()
  if not certificate then
    return false, "it is bound to a client certificate, and the client shows none"
  end
  return certificate == thumbprint, "it is bound to another client certificate"
end

return M
