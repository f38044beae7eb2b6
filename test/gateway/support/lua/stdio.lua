-- Runs boot.lua in an installed Lua. Every frame and every reply consists of a line with its length, followed by its bytes.
dofile(arg[1])
while true do
  local length = io.read("*l")
  if not length then return end
  local reply = frame(io.read(tonumber(length)))
  io.write(#reply, "\n", reply)
  io.flush()
end
