-- resty.openssl.pkey: public keys, which Node's crypto loads and verifies signatures with.
local standin = ...
local strict, call_host = standin("strict"), standin("call_host")

local PSS = 6

return strict.closed("resty.openssl.pkey", {
  PADDINGS = strict.closed("PADDINGS", { RSA_PKCS1_PSS_PADDING = PSS }),
  new = function(text, options)
    local format = options and options.format or "*"
    local ok, err = call_host("key", { text = text, format = format })
    if not ok then return nil, "pkey.new:load_key: " .. err end
    return strict.closed("pkey", {
      verify = function(_, signature, data, digest, padding, more)
        local result, verify_err = call_host("verify", {
          text = text, format = format, signature = signature, data = data, digest = digest,
          pss = padding == PSS, raw = more ~= nil and more.ecdsa_use_raw == true,
        })
        if not result then return nil, verify_err end
        return result.valid
      end,
    })
  end,
})
