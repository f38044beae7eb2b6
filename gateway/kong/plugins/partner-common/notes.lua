--- What plugins of ours find out about a call, for those that come later and for the access log:
-- `kong.ctx.shared.gatewright` with tier, purpose, scopes, subject_hash, refusal, service_answer.
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
