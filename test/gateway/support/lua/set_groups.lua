-- For tests: gives a consumer other ACL groups.
local standin = ...
return function(args)
  standin("state").acls[args.id] = args.groups
  return true
end
