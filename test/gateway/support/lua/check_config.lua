-- For tests: validates a config against a plugin's schema.lua.
local standin = ...
return function(args)
  local require = standin("sandbox")(standin("kong"), standin("pdk.ngx"))
  return standin("schema.plugin")(require, args.plugin, args.config)
end
