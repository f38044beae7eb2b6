-- resty.openssl.x509: a certificate, which Node's crypto parses.
local standin = ...
local strict, call_host = standin("strict"), standin("call_host")
return strict.closed("resty.openssl.x509", {
  new = function(pem, format)
    assert(format == nil or format == "PEM", "the stand-in only supports PEM")
    local ok, err = call_host("certificate", { pem = pem })
    if not ok then return nil, "x509.new: " .. err end
    return strict.closed("x509", {
      pem = pem,
      get_not_after = function() return ok.not_after end,
      digest = function(_, name) return call_host("certificate_digest", { pem = pem, digest = name }).bytes end,
    })
  end,
})
