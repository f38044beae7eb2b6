--- Whether a value stands in a list.
local ipairs = ipairs

--- @tparam table list
-- @param value
-- @treturn boolean
return function(list, value)
  for _, one in ipairs(list) do
    if one == value then
      return true
    end
  end
  return false
end
