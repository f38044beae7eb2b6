-- resty.openssl.x509.chain: a list of certificates.
local standin = ...
local strict, json = standin("strict"), standin("json")
return strict.closed("resty.openssl.x509.chain", {
  new = function()
    local pems = setmetatable({}, json.array_mt)
    return strict.closed("chain", {
      ctx = pems,
      add = function(_, certificate)
        pems[#pems + 1] = certificate.pem
        return true
      end,
    })
  end,
})
