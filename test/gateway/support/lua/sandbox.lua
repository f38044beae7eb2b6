-- Loads plugin code with the globals of strict.lua, `kong`, `ngx`, and a `require` that finds the plugins' own files and an explicit list
-- of bundled modules, each with an adapter in modules/.
local standin = ...
local strict = standin("strict")

local BUNDLED = {
  ["cjson.safe"] = "modules.cjson",
  ["kong.db.schema.typedefs"] = "modules.typedefs",
  ["kong.plugins.acl.groups"] = "modules.acl_groups",
  ["kong.plugins.jwt.jwt_parser"] = "modules.jwt_parser",
  ["kong.tools.http"] = "modules.http_tools",
  ["kong.tools.redis.schema"] = "modules.redis_schema",
  ["ngx.semaphore"] = "modules.semaphore",
  ["ngx.ssl"] = "modules.ngx_ssl",
  ["resty.http"] = "modules.http",
  ["resty.lrucache"] = "modules.lrucache",
  ["resty.openssl.digest"] = "modules.digest",
  ["resty.openssl.mac"] = "modules.mac",
  ["resty.openssl.pkey"] = "modules.pkey",
  ["resty.openssl.x509"] = "modules.x509",
  ["resty.openssl.x509.chain"] = "modules.x509_chain",
  ["resty.openssl.x509.store"] = "modules.x509_store",
  ["resty.redis"] = "modules.redis",
  ["resty.string"] = "modules.string",
}

return function(kong, ngx)
  local loaded = {}
  local env
  local function require(name)
    if loaded[name] == nil then
      local chunk = standin_source(name, env)
      if chunk then
        loaded[name] = chunk(name) or true
      elseif BUNDLED[name] then
        loaded[name] = standin(BUNDLED[name])
      else
        error("module '" .. name .. "' is not in the list of bundled modules", 2)
      end
    end
    return loaded[name]
  end
  env = strict.environment({ kong = kong, ngx = ngx, require = require })
  return require
end
