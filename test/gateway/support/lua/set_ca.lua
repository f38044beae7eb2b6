-- For tests: replaces a CA certificate.
local standin = ...
return function(args)
  standin("state").ca_certificates[args.id] = { id = args.id, cert = args.cert }
  return true
end
