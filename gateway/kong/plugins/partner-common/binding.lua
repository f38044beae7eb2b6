--- Tokens bound to a key ('cnf', RFC 7800): a client that presents one has to prove possession of that key. The only supported confirmation
-- method is the client certificate of the connection (RFC 8705); a token bound by any other method is refused.
local client_certificate = require "kong.plugins.partner-common.client_certificate"

local ngx = ngx
local gsub = string.gsub
local pairs, type = pairs, type

local M = {}

local METHOD = "x5t#S256"

--- The certificate that a token is bound to.
-- @tparam table claims
-- @treturn string|nil|boolean its SHA-256 in base64url without padding; nil if the token is not bound, false if the confirmation
-- method is not supported
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

--- A certificate's thumbprint in the form that tokens use.
-- @tparam string sha256 raw bytes
function M.base64url(sha256)
  return (gsub(gsub(ngx.encode_base64(sha256, true), "+", "-"), "/", "_"))
end

--- The thumbprint of the connection's client certificate; nil if the client sent none.
local function client_thumbprint()
  local chain = client_certificate.get()
  return chain and M.base64url(chain.sha256)
end

--- Checks whether a token may be presented over this connection. Reads the client certificate only if the token is bound.
-- @treturn boolean
-- @treturn nil|string why not
function M.check(claims)
  local thumbprint = M.thumbprint(claims)
  if thumbprint == nil then
    return true
  elseif not thumbprint then
    return false, "it is bound by a confirmation method that is not supported"
  end
  local actual = client_thumbprint()
  if not actual then
    return false, "it is bound to a client certificate, and the client sent none"
  end
  return actual == thumbprint, "it is bound to a different client certificate"
end

return M
