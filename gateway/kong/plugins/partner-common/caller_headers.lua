--- Headers of a request that are the gateway's to write: a caller's own never reach the upstream. Kong lets names with '_' through, and
-- upstreams may read '_' and '-' as one (CGI, WSGI), so every spelling of a name counts.
local kong = kong
local find, gsub, match, sub = string.find, string.gsub, string.match, string.sub
local ipairs, pairs = ipairs, pairs

local M = {}

-- Kong and its plugins tell the upstream who calls in X-Consumer-*, X-Credential-*, X-Authenticated-* and X-Anonymous-Consumer.
local FAMILIES = { consumer = true, credential = true, authenticated = true, anonymous = true }

-- The client certificate as gateways pass it on: RFC 9440, Kong's mtls-auth, nginx and Apache, HAProxy, Envoy, Traefik, AWS, Azure.
local CERTIFICATE = {
  "client-cert", "x-client-cert", "ssl-client-", "x-ssl-client-", "x-forwarded-client-cert", "x-forwarded-tls-client-cert",
  "x-amzn-mtls-clientcert", "x-arr-clientcert",
}

local OTHERS = {
  -- By these some frameworks serve another method or path than the one that was let through.
  ["x-http-method-override"] = true, ["x-http-method"] = true, ["x-method-override"] = true,
  ["x-original-url"] = true, ["x-rewrite-url"] = true,
}

-- nginx writes these itself under their usual names; other spellings of them pass.
local ALWAYS_WRITTEN = { forwarded = true, kong = true, real = true }

local MOST = 1000

local function is_certificate(usual)
  for _, start in ipairs(CERTIFICATE) do
    if sub(usual, 1, #start) == start then
      return true
    end
  end
  return false
end

--- Whether a caller may not send a header.
-- @tparam string name in lower case
local function is_reserved(name)
  local usual = gsub(name, "_", "-")
  local family = match(usual, "^x%-(%l+)%-")
  return FAMILIES[family or ""] or OTHERS[usual] or is_certificate(usual) or (name ~= usual and ALWAYS_WRITTEN[family or ""]) or false
end

--- Takes what the caller may not send from the request.
-- @tparam[opt] table kept names, in lower case, that a plugin has written before; a set
-- @treturn boolean false where there are more headers than can be looked at
function M.clear(kept)
  local headers, err = kong.request.get_headers(MOST)
  if err then
    return false
  end
  -- As Kong does with X-Forwarded-*, which it writes itself: only a proxy that it trusts says where a call comes from.
  if headers["forwarded"] and not kong.ip.is_trusted(kong.client.get_ip()) then
    kong.service.request.clear_header("Forwarded")
  end
  for name in pairs(headers) do
    if find(name, "[-_]") and is_reserved(name) and not (kept and kept[name]) then
      kong.service.request.clear_header(name)
    end
  end
  return true
end

return M
