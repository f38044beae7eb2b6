-- resty.openssl.mac: HMAC.
local standin = ...
local strict, ask = standin("strict"), standin("ask")

return strict.closed("resty.openssl.mac", {
  new = function(key, kind, cipher, digest)
    assert(kind == "HMAC" and cipher == nil, "the stand-in knows HMAC only")
    return strict.closed("mac", {
      final = function(_, data) return ask("hmac", { key = key, digest = digest, data = data }).bytes end,
    })
  end,
})
