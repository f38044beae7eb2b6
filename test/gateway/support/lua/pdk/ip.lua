-- kong.ip: the trusted proxies (trusted_ips), which are those with an address that begins with 10.
local standin = ...
return standin("strict").closed("kong.ip", {
  is_trusted = function(address)
    assert(type(address) == "string", "address must be a string")
    return address:find("^10%.") ~= nil
  end,
})
