-- kong.plugins.acl.groups: a consumer's ACL groups as a list that also maps every group to itself; nil if it has none.
local standin = ...
local strict, state = standin("strict"), standin("state")
return strict.closed("acl.groups", {
  get_consumer_groups = function(consumer_id)
    if state.acls_error then return nil, state.acls_error end
    local groups = state.acls[consumer_id]
    if not groups or #groups == 0 then return nil end
    local both = {}
    for i, group in ipairs(groups) do
      both[i] = group
      both[group] = group
    end
    return both
  end,
})
