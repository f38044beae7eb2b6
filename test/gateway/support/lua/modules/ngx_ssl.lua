-- ngx.ssl: the server name from the ClientHello.
local standin = ...
local strict, context = standin("strict"), standin("context")
return strict.closed("ngx.ssl", {
  server_name = context.guarded("ngx.ssl.server_name", "certificate", function(call) return call.handshake.server_name end),
})
