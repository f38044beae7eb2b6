-- resty.openssl.x509.store: certificates that are trusted; Node's crypto checks signatures, dates and CA flags of a chain.
local standin = ...
local strict, ask, state = standin("strict"), standin("ask"), standin("state")
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
        local answer, err = ask("verify_chain", {
          pem = certificate.pem, chain = chain.ctx, trusted = trusted, now = state.now,
          client = method == "ssl_client", partial = flags == 0x80000,
        })
        if not answer then return nil, err end
        return true
      end,
    })
  end,
})
