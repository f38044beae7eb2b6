--- Request headers that only the gateway may write: a caller's own values never reach the upstream. Kong accepts names with '_', and
-- some upstreams (CGI, WSGI) treat '_' and '-' as equal, so every spelling of a name is cleared.
local kong = kong
local find, gsub, match, sub = string.find, string.gsub, string.match, string.sub
local ipairs, pairs = ipairs, pairs

local M = {}

-- Kong and its plugins identify the caller to the upstream in X-Consumer-*, X-Credential-*, X-Authenticated-* and X-Anonymous-Consumer.
local IDENTITY_FAMILIES = { consumer = true, credential = true, authenticated = true, anonymous = true }

-- Headers in which gateways forward the client certificate: RFC 9440, Kong's mtls-auth, nginx and Apache, HAProxy, Envoy, Traefik, AWS,
-- Azure.
local CERTIFICATE_PREFIXES = {
  "client-cert", "x-client-cert", "ssl-client-", "x-ssl-client-", "x-forwarded-client-cert", "x-forwarded-tls-client-cert",
  "x-amzn-mtls-clientcert", "x-arr-clientcert",
}

-- Some frameworks serve another method or path than the one that was authorized if these are set.
local OVERRIDES = {
  ["x-http-method-override"] = true, ["x-http-method"] = true, ["x-method-override"] = true,
  ["x-original-url"] = true, ["x-rewrite-url"] = true,
}

-- nginx overwrites these under their usual names; other spellings get through.
local OVERWRITTEN_FAMILIES = { forwarded = true, kong = true, real = true }

local MAX_HEADERS = 1000

local function is_certificate(normalized)
  for _, prefix in ipairs(CERTIFICATE_PREFIXES) do
    if sub(normalized, 1, #prefix) == prefix then
      return true
    end
  end
  return false
end

--- Whether callers must not send a header.
-- @tparam string name in lower case
local function is_reserved(name)
  local normalized = gsub(name, "_", "-")
  local family = match(normalized, "^x%-(%l+)%-") or ""
  return IDENTITY_FAMILIES[family]
    or OVERRIDES[normalized]
    or is_certificate(normalized)
    or (name ~= normalized and OVERWRITTEN_FAMILIES[family])
    or false
end

--- Removes the headers that callers must not send from the request.
-- @tparam[opt] table kept set of lower-case names that another plugin has already written
-- @treturn boolean false if the request has too many headers to check
function M.clear(kept)
  local headers, err = kong.request.get_headers(MAX_HEADERS)
  if err then
    return false
  end
  -- Kong does the same for X-Forwarded-*: only proxies that it trusts may state where a call comes from.
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
