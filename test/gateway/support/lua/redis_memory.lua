-- An in-memory Redis with the commands that the scripts use. As in Redis, a script runs without interruption and with a restricted set of
-- globals.
local standin = ...
local strict, state, json = standin("strict"), standin("state"), standin("json")

local function entry(key)
  local found = state.redis[key]
  if found and found.expires_at > state.now then return found end
  state.redis[key] = nil
end

local COMMANDS = strict.closed("redis command", {
  TIME = function()
    return { string.format("%.0f", math.floor(state.now)), string.format("%d", math.floor(state.now % 1 * 1000000)) }
  end,
  HGET = function(key, field)
    local found = entry(key)
    return found and found.fields[field] or false
  end,
  HSET = function(key, field, value)
    if not entry(key) then state.redis[key] = { fields = {}, expires_at = math.huge } end
    state.redis[key].fields[field] = value
    return 1
  end,
  TTL = function(key)
    local found = entry(key)
    if not found then return -2 end
    return found.expires_at == math.huge and -1 or math.floor(found.expires_at - state.now)
  end,
  EXPIRE = function(key, seconds)
    entry(key).expires_at = state.now + seconds
    return 1
  end,
})

local function script(text, keys, args)
  local env = strict.closed("redis script", {
    redis = { call = function(name, ...) return COMMANDS[name](...) end },
    KEYS = keys, ARGV = args, math = math, string = string, tonumber = tonumber, ipairs = ipairs, unpack = unpack or table.unpack,
  })
  local out = assert(load(text, "@script", "t", env))()
  -- Redis truncates numbers to integers.
  for i, value in ipairs(type(out) == "table" and out or {}) do
    if type(value) == "number" then out[i] = math.floor(value) end
  end
  return out
end

return function(name, args)
  if name == "evalsha" then
    local known = (state.redis_scripts or {})[args[1]]
    if not known then return false, "NOSCRIPT No matching script. Please use EVAL." end
    args[1] = known
  elseif name == "eval" then
    state.redis_scripts = state.redis_scripts or {}
    state.redis_scripts[standin("call_host")("digest", { digest = "sha1", data = args[1], hex = true }).bytes] = args[1]
  elseif name == "script" then
    state.redis_scripts = state.redis_scripts or {}
    local digest = standin("call_host")("digest", { digest = "sha1", data = args[2], hex = true }).bytes
    state.redis_scripts[digest] = args[2]
    return digest
  else
    return "OK"
  end
  local keys, rest = {}, {}
  for i = 3, #args do
    local into = i < 3 + tonumber(args[2]) and keys or rest
    into[#into + 1] = args[i]
  end
  return script(args[1], keys, rest)
end
