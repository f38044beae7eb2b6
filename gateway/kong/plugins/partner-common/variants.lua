--- For schemas: a record whose discriminator says which of the other fields it has to have; fields of other variants are refused.
local format = string.format
local ipairs, pairs = ipairs, pairs

local null = ngx.null

--- A validator of a record.
-- @tparam string discriminator the field that says which variant it is
-- @tparam table variants by the field's value: {required = {…}, optional = {…}}
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
      return nil, format("%s: not one of the known values", discriminator)
    end
    for _, name in ipairs(variant.required) do
      if record[name] == nil or record[name] == null then
        return nil, format("%s: needed where %s is '%s'", name, discriminator, record[discriminator])
      end
    end
    for name, value in pairs(record) do
      if value ~= null and not variant.allowed[name] then
        return nil, format("%s: unknown where %s is '%s'", name, discriminator, record[discriminator])
      end
    end
    return true
  end
end
