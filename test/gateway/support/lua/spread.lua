-- Returns the first `count` elements of a list as multiple values.
local function spread(list, count, from)
  from = from or 1
  if from > count then return end
  return list[from], spread(list, count, from + 1)
end
return spread
