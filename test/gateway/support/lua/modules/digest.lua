-- resty.openssl.digest
local standin = ...
local strict, call_host = standin("strict"), standin("call_host")

return strict.closed("resty.openssl.digest", {
  new = function(name)
    return strict.closed("digest", {
      final = function(_, data) return call_host("digest", { digest = name, data = data }).bytes end,
    })
  end,
})
