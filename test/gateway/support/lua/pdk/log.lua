-- kong.log: lines of the error log, and values of the access log.
local standin = ...
local strict, context, state = standin("strict"), standin("context"), standin("state")

local M = {}

for _, level in ipairs({ "debug", "info", "notice", "warn", "err", "crit" }) do
  M[level] = function(...)
    local words = {}
    for i = 1, select("#", ...) do words[i] = tostring((select(i, ...))) end
    state.log_lines[#state.log_lines + 1] = { level = level, text = table.concat(words) }
  end
end

M.set_serialize_value = context.guarded(
  "kong.log.set_serialize_value",
  "certificate rewrite access header_filter response body_filter log",
  function(call, key, value) call.log[key] = value end
)

return strict.closed("kong.log", M)
