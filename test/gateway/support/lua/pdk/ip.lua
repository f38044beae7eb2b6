-- kong.ip: whom the gateway trusts (trusted_ips): of the test's proxies, those whose address begins with 10.
local standin = ...
return standin("strict").closed("kong.ip", {
  is_trusted = function(address)
    assert(type(address) == "string", "address must be a string")
    return address:find("^10%.") ~= nil
  end,
})
