-- Returns and clears the lines of the error log.
local standin = ...
local state, json = standin("state"), standin("json")
return function()
  local lines = setmetatable({}, json.array_mt)
  for i, line in ipairs(state.log_lines) do lines[i] = line.level .. ": " .. line.text end
  state.log_lines = {}
  return lines
end
