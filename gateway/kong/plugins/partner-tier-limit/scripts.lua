--- What runs inside Redis. One hash holds the counters of one application on one API, so that one script can look at all of them at
-- once, in a cluster as well: field '<counted>:<window>', value '<start of the window>:<count>'. The time is that of Redis: gateways
-- whose clocks differ still share one window.
local M = {}

--- KEYS[1] the hash; ARGV for each window: field, length in seconds or 'month', limit.
-- Gives the index of the window that is used up, or 0; the time in seconds with six decimals as text; then for each window its start,
-- its end, and its count after this call.
M.take = [[
local function month_start(time)
  local days = math.floor(time / 86400)
  local of_era = (days + 719468) % 146097
  local year = math.floor((of_era - math.floor(of_era / 1460) + math.floor(of_era / 36524) - math.floor(of_era / 146096)) / 365)
  local of_year = of_era - (365 * year + math.floor(year / 4) - math.floor(year / 100))
  return (days - (of_year - math.floor((153 * math.floor((5 * of_year + 2) / 153) + 2) / 5))) * 86400
end
local clock = redis.call('TIME')
local now = tonumber(clock[1])
local refused, last = 0, 0
local out, fields = {}, {}
for i = 1, #ARGV, 3 do
  local field, length, limit = ARGV[i], tonumber(ARGV[i + 1]), tonumber(ARGV[i + 2])
  local from = length and math.floor(now / length) * length or month_start(now)
  local to = length and from + length or month_start(from + 31 * 86400)
  local kept, count = string.match(redis.call('HGET', KEYS[1], field) or '', '^(%d+):(%d+)$')
  count = tonumber(kept) == from and tonumber(count) or 0
  if refused == 0 and count >= limit then refused = (i + 2) / 3 end
  last = math.max(last, to)
  out[#out + 1], out[#out + 2], out[#out + 3] = from, to, count
  fields[#fields + 1] = field
end
if refused == 0 then
  for i, field in ipairs(fields) do
    local at = i * 3
    out[at] = out[at] + 1
    redis.call('HSET', KEYS[1], field, string.format('%.0f:%.0f', out[at - 2], out[at]))
  end
  if redis.call('TTL', KEYS[1]) < last - now then redis.call('EXPIRE', KEYS[1], last - now + 1) end
end
return { refused, clock[1] .. '.' .. string.format('%06d', tonumber(clock[2])), unpack(out) }
]]

--- KEYS[1] the hash; ARGV for each window: field, and the start of the window in which the call was counted.
M.give = [[
for i = 1, #ARGV, 2 do
  local kept, count = string.match(redis.call('HGET', KEYS[1], ARGV[i]) or '', '^(%d+):(%d+)$')
  if kept == ARGV[i + 1] and tonumber(count) > 0 then
    redis.call('HSET', KEYS[1], ARGV[i], string.format('%.0f:%.0f', tonumber(kept), tonumber(count) - 1))
  end
end
return 0
]]

return M
