-- resty.openssl.mac: HMAC.
local standin = ...
local strict, call_host = standin("strict"), standin("call_host")

return strict.closed("resty.openssl.mac", {
  new = function(key, kind, cipher, digest)
    assert(kind == "HMAC" and cipher == nil, "the stand-in only supports HMAC")
    return strict.closed("mac", {
      final = function(_, data) return call_host("hmac", { key = key, digest = digest, data = data }).bytes end,
    })
  end,
})
