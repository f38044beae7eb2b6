-- resty.openssl.x509.store: trusted certificates. The host verifies signatures, validity periods and CA flags with Node's crypto.
local standin = ...
local strict, call_host, state = standin("strict"), standin("call_host"), standin("state")
return strict.closed("resty.openssl.x509.store", {
  verify_flags = strict.closed("verify_flags", { X509_V_FLAG_PARTIAL_CHAIN = 0x80000 }),
  new = function()
    local trusted = {}
    return strict.closed("store", {
      add = function(_, certificate)
        trusted[#trusted + 1] = certificate.pem
        return true
      end,
      verify = function(_, certificate, chain, _, _, method, flags)
        local result, err = call_host("verify_chain", {
          pem = certificate.pem, chain = chain.ctx, trusted = trusted, now = state.now,
          client = method == "ssl_client", partial = flags == 0x80000,
        })
        if not result then return nil, err end
        return true
      end,
    })
  end,
})
