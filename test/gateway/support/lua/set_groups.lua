-- For tests: replaces the ACL groups of a consumer.
local standin = ...
return function(args)
  standin("state").acls[args.id] = args.groups
  return true
end
