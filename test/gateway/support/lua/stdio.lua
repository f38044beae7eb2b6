-- Runs boot.lua in a Lua of this machine: every frame and every answer is its length in a line, then the bytes.
dofile(arg[1])
while true do
  local length = io.read("*l")
  if not length then return end
  local answer = frame(io.read(tonumber(length)))
  io.write(#answer, "\n", answer)
  io.flush()
end
