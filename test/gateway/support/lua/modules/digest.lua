-- resty.openssl.digest
local standin = ...
local strict, ask = standin("strict"), standin("ask")

return strict.closed("resty.openssl.digest", {
  new = function(name)
    return strict.closed("digest", {
      final = function(_, data) return ask("digest", { digest = name, data = data }).bytes end,
    })
  end,
})
