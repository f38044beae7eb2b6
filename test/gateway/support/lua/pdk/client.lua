-- kong.client: the caller.
local standin = ...
local strict, context, state, call_host = standin("strict"), standin("context"), standin("state"), standin("call_host")

local LATER = "access header_filter response body_filter log"
local M, tls = {}, {}

local function documented(into, name, phases, body)
  into[name] = context.guarded("kong.client." .. (into == tls and "tls." or "") .. name, phases, body)
end

documented(M, "get_consumer", LATER, function(call) return call.consumer end)
documented(M, "get_ip", "certificate rewrite " .. LATER, function(call) return call.request.peer or "192.0.2.1" end)
documented(M, "get_credential", LATER, function(call) return call.credential end)
documented(M, "authenticate", "access", function(call, consumer, credential)
  assert(consumer ~= nil or credential ~= nil, "either credential or consumer must be provided")
  call.consumer, call.credential = consumer, credential
end)
documented(M, "load_consumer", LATER, function(_, id)
  call_host("db", { table = "consumers" })
  return state.consumers[id]
end)
-- Only in Kong Enterprise; the test provides the groups.
documented(M, "get_consumer_groups", LATER, function(call) return call.request.consumer_groups end)

documented(tls, "request_client_certificate", "certificate", function(call, names)
  call.handshake.requested, call.handshake.names = true, names
  return true
end)
documented(tls, "disable_session_reuse", "certificate", function(call)
  call.handshake.session_reuse = false
  return true
end)
documented(tls, "get_full_client_certificate_chain", "rewrite access response balancer log", function(call)
  local handshake = call.handshake
  return handshake and handshake.requested and handshake.client_chain or nil
end)

M.tls = strict.closed("kong.client.tls", tls)
return strict.closed("kong.client", M)
