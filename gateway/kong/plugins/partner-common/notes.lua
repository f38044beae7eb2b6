--- What plugins of ours find out about a call, for those that come later and for the access log:
-- `kong.ctx.shared.gatewright` with what docs/editions.md lists (tier, window, purpose, scopes, subject_hash), `refusal`, what a plugin
-- of ours said when it ended the call, and `service_answer`, set where a plugin sends the upstream's answer itself.
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
