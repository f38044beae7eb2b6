-- The global `kong`: the documented functions that the plugins use.
local standin = ...
return standin("strict").closed("kong", {
  request = standin("pdk.request"), response = standin("pdk.response"), client = standin("pdk.client"),
  service = standin("pdk.service"), log = standin("pdk.log"), cache = standin("pdk.cache"), db = standin("pdk.db"),
  ctx = standin("pdk.ctx"), router = standin("pdk.router"), ip = standin("pdk.ip"),
})
