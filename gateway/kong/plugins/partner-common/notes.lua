--- Facts about the current call that Gatewright's plugins record for plugins that run later and for the access log:
-- `kong.ctx.shared.gatewright` holds the keys listed in docs/editions.md (tier, window, purpose, scopes, subject_hash), `refusal` (the
-- response with which one of these plugins ended the call) and `service_answer` (set if a plugin sends the upstream's response itself).
local kong = kong

local M = {}

--- The notes of the current call.
function M.get()
  local notes = kong.ctx.shared.gatewright
  if type(notes) ~= "table" then
    notes = {}
    kong.ctx.shared.gatewright = notes
  end
  return notes
end

return M
