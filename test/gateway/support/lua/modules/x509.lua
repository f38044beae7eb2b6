-- resty.openssl.x509: a certificate; Node's crypto reads it.
local standin = ...
local strict, ask = standin("strict"), standin("ask")
return strict.closed("resty.openssl.x509", {
  new = function(pem, format)
    assert(format == nil or format == "PEM", "the stand-in reads PEM only")
    local ok, err = ask("certificate", { pem = pem })
    if not ok then return nil, "x509.new: " .. err end
    return strict.closed("x509", {
      pem = pem,
      get_not_after = function() return ok.not_after end,
      digest = function(_, name) return ask("certificate_digest", { pem = pem, digest = name }).bytes end,
    })
  end,
})
