--- Whether a list contains a value.
local ipairs = ipairs

--- @tparam table list
-- @param value
-- @treturn boolean
return function(list, value)
  for _, element in ipairs(list) do
    if element == value then
      return true
    end
  end
  return false
end
