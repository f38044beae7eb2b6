--- Scripts that run inside Redis. One hash holds all counters of one application on one API, so that one script can check them together,
-- in a cluster too: field '<counter>:<window>', value '<start of the window>:<count>'. The clock is that of Redis, so gateways whose
-- clocks differ still share a window.
local M = {}

--- KEYS[1] the hash; ARGV for each window: field, length in seconds or 'month', limit.
-- Returns the index of the exhausted window, or 0; the time in seconds as text with six decimals; then for each window its start, its
-- end, and its count after this call.
M.take = [[
local function month_start(time)
  local days = math.floor(time / 86400)
  local day_of_era = (days + 719468) % 146097
  local year = math.floor(
    (day_of_era - math.floor(day_of_era / 1460) + math.floor(day_of_era / 36524) - math.floor(day_of_era / 146096)) / 365)
  local day_of_year = day_of_era - (365 * year + math.floor(year / 4) - math.floor(year / 100))
  return (days - (day_of_year - math.floor((153 * math.floor((5 * day_of_year + 2) / 153) + 2) / 5))) * 86400
end
local clock = redis.call('TIME')
local now = tonumber(clock[1])
local exceeded, last_end = 0, 0
local out, fields = {}, {}
for i = 1, #ARGV, 3 do
  local field, length, limit = ARGV[i], tonumber(ARGV[i + 1]), tonumber(ARGV[i + 2])
  local starts_at = length and math.floor(now / length) * length or month_start(now)
  local ends_at = length and starts_at + length or month_start(starts_at + 31 * 86400)
  local stored, count = string.match(redis.call('HGET', KEYS[1], field) or '', '^(%d+):(%d+)$')
  count = tonumber(stored) == starts_at and tonumber(count) or 0
  if exceeded == 0 and count >= limit then exceeded = (i + 2) / 3 end
  last_end = math.max(last_end, ends_at)
  out[#out + 1], out[#out + 2], out[#out + 3] = starts_at, ends_at, count
  fields[#fields + 1] = field
end
if exceeded == 0 then
  for i, field in ipairs(fields) do
    local count_at = i * 3
    out[count_at] = out[count_at] + 1
    redis.call('HSET', KEYS[1], field, string.format('%.0f:%.0f', out[count_at - 2], out[count_at]))
  end
  if redis.call('TTL', KEYS[1]) < last_end - now then redis.call('EXPIRE', KEYS[1], last_end - now + 1) end
end
return { exceeded, clock[1] .. '.' .. string.format('%06d', tonumber(clock[2])), unpack(out) }
]]

--- KEYS[1] the hash; ARGV for each window: field, and the start of the window in which the call was counted.
M.give_back = [[
for i = 1, #ARGV, 2 do
  local stored, count = string.match(redis.call('HGET', KEYS[1], ARGV[i]) or '', '^(%d+):(%d+)$')
  if stored == ARGV[i + 1] and tonumber(count) > 0 then
    redis.call('HSET', KEYS[1], ARGV[i], string.format('%.0f:%.0f', tonumber(stored), tonumber(count) - 1))
  end
end
return 0
]]

return M
