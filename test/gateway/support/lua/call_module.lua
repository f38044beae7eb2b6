-- For tests: calls a function of a plugin's module: { module, name, args } → its first result, or { error } if the function returned nil
-- and an error.
local standin = ...
local json = standin("json")
return function(args)
  local require = standin("sandbox")(standin("kong"), standin("pdk.ngx"))
  local result, err = require(args.module)[args.name](standin("spread")(args.args, #args.args))
  if result == nil then return err and { error = err } or json.null end
  return result
end
