--- The pseudonym of a subject in audit records: a keyed hash, which is the same for the same user and does not reveal who that is.
local mac = require "resty.openssl.mac"
local to_hex = require("resty.string").to_hex

local kong = kong

local M = {}

--- @treturn string|nil HMAC-SHA-256 in hexadecimal; nil if hashing is disabled or impossible
function M.of(conf, subject)
  if conf.subject_hash.mode ~= "keyed" or not subject then
    return nil
  end
  local key = conf.subject_hash.key
  if not key or key == "" then
    kong.log.err("the key of the subject hash is empty; no hash is recorded")
    return nil
  end
  return to_hex(mac.new(key, "HMAC", nil, "sha256"):final(subject))
end

return M
