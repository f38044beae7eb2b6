--- Schema validator for a discriminated union: the discriminator decides which fields are required; fields of other variants are
-- rejected.
local format = string.format
local ipairs, pairs = ipairs, pairs

local null = ngx.null

--- Creates the validator of a record.
-- @tparam string discriminator name of the field that selects the variant
-- @tparam table variants by the value of that field: {required = {…}, optional = {…}}
return function(discriminator, variants)
  local known = {}
  for value, variant in pairs(variants) do
    known[value] = { required = variant.required or {}, allowed = { [discriminator] = true } }
    for _, names in ipairs({ variant.required or {}, variant.optional or {} }) do
      for _, name in ipairs(names) do
        known[value].allowed[name] = true
      end
    end
  end
  return function(record)
    local variant = known[record[discriminator]]
    if not variant then
      return nil, format("%s: unknown value", discriminator)
    end
    for _, name in ipairs(variant.required) do
      if record[name] == nil or record[name] == null then
        return nil, format("%s: required if %s is '%s'", name, discriminator, record[discriminator])
      end
    end
    for name, value in pairs(record) do
      if value ~= null and not variant.allowed[name] then
        return nil, format("%s: not allowed if %s is '%s'", name, discriminator, record[discriminator])
      end
    end
    return true
  end
end
