-- resty.string
local standin = ...
return standin("strict").closed("resty.string", {
  to_hex = function(bytes)
    return (bytes:gsub(".", function(c) return string.format("%02x", c:byte()) end))
  end,
})
