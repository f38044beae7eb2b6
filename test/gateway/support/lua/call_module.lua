-- For tests: calls a function of a module of the plugins: { module, name, args } → its first result, or { error } where that is nil
-- and the second one says why.
local standin = ...
local json = standin("json")
return function(args)
  local require = standin("sandbox")(standin("kong"), standin("pdk.ngx"))
  local result, err = require(args.module)[args.name](standin("spread")(args.args, #args.args))
  if result == nil then return err and { error = err } or json.null end
  return result
end
