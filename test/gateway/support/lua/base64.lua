-- Base64 as OpenResty decodes it: padding is optional; nil if the text is invalid.
local M = {}
local ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
local VALUES = {}
for i = 1, #ALPHABET do VALUES[ALPHABET:byte(i)] = i - 1 end

function M.decode_url(text)
  text = text:gsub("=+$", "")
  if #text % 4 == 1 then return nil end
  local bytes, bits, count = {}, 0, 0
  for i = 1, #text do
    local value = VALUES[text:byte(i)]
    if not value then return nil end
    bits, count = bits * 64 + value, count + 6
    if count >= 8 then
      count = count - 8
      bytes[#bytes + 1] = string.char(math.floor(bits / 2 ^ count))
      bits = bits % 2 ^ count
    end
  end
  return table.concat(bytes)
end

function M.encode_url(bytes)
  local parts, bits, count = {}, 0, 0
  for i = 1, #bytes do
    bits, count = bits * 256 + bytes:byte(i), count + 8
    while count >= 6 do
      count = count - 6
      local value = math.floor(bits / 2 ^ count)
      parts[#parts + 1] = ALPHABET:sub(value + 1, value + 1)
      bits = bits % 2 ^ count
    end
  end
  if count > 0 then
    local value = bits * 2 ^ (6 - count)
    parts[#parts + 1] = ALPHABET:sub(value + 1, value + 1)
  end
  return table.concat(parts)
end

return M
