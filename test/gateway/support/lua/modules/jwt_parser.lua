-- kong.plugins.jwt.jwt_parser: parses a token. Like Kong's it raises an error on some texts that are not JWTs, for instance if the header is
-- a number; plugins have to handle that.
local standin = ...
local strict, json, base64 = standin("strict"), standin("json"), standin("base64")

local ALGORITHMS = {}
for name in ("HS256 HS384 HS512 RS256 RS384 RS512 ES256 ES384 ES512 PS256 PS384 PS512 EdDSA"):gmatch("%S+") do
  ALGORITHMS[name] = true
end

local function parts_of(token)
  local header, claims, signature = token:match("^([^.]*)%.([^.]*)%.(.*)$")
  if header then return header, claims, signature end
  return token:match("^([^.]*)%.?(.*)$")
end

return strict.closed("jwt_parser", {
  new = function(_, token)
    assert(type(token) == "string", "Token must be a string")
    local header_64, claims_64, signature_64 = parts_of(token)
    local ok, header, claims, signature = pcall(function()
      return json.decode(base64.decode_url(header_64)), json.decode(base64.decode_url(claims_64)), base64.decode_url(signature_64)
    end)
    if not ok then return nil, "invalid JSON" end
    if type(header) == "number" or header == json.null or type(header) == "boolean" then
      error("attempt to index local 'header' (a " .. type(header) .. " value)")
    end
    if not header.alg or not ALGORITHMS[header.alg] then return nil, "invalid alg" end
    if not claims then return nil, "invalid claims" end
    if not signature then return nil, "invalid signature" end
    return strict.closed("jwt", {
      token = token, header_64 = header_64, claims_64 = claims_64, signature_64 = signature_64,
      header = header, claims = claims, signature = signature,
    })
  end,
})
