-- resty.openssl.x509.chain: a list of certificates.
local standin = ...
local strict = standin("strict")
return strict.closed("resty.openssl.x509.chain", {
  new = function()
    local pems = {}
    return strict.closed("chain", {
      ctx = pems,
      add = function(_, certificate)
        pems[#pems + 1] = certificate.pem
        return true
      end,
    })
  end,
})
