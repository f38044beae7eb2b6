-- resty.openssl.pkey: public keys; Node's crypto reads them and verifies signatures with them.
local standin = ...
local strict, ask = standin("strict"), standin("ask")

local PSS = 6

return strict.closed("resty.openssl.pkey", {
  PADDINGS = strict.closed("PADDINGS", { RSA_PKCS1_PSS_PADDING = PSS }),
  new = function(text, options)
    local format = options and options.format or "*"
    local ok, err = ask("key", { text = text, format = format })
    if not ok then return nil, "pkey.new:load_key: " .. err end
    return strict.closed("pkey", {
      verify = function(_, signature, data, digest, padding, more)
        local answer, problem = ask("verify", {
          text = text, format = format, signature = signature, data = data, digest = digest,
          pss = padding == PSS, raw = more ~= nil and more.ecdsa_use_raw == true,
        })
        if not answer then return nil, problem end
        return answer.valid
      end,
    })
  end,
})
