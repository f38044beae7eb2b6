--- Finds the consumer of a client id, and makes it the caller.
local kong = kong
local gmatch = string.gmatch
local ipairs = ipairs

local M = {}

-- Kong lets names with '_' through, and upstreams may see '_' and '-' as one (CGI, WSGI): such a header of the client itself would be
-- taken for the gateway's.
local OF_THE_CALLER = {
  "X-Consumer-ID", "X-Consumer-Custom-ID", "X-Consumer-Username", "X-Consumer-Groups", "X-Credential-Identifier",
  "X-Anonymous-Consumer",
}

--- Names that a client may not use: every way to write those with '_' in the place of one '-' or more, and the one that acl would set
-- but is told to keep to itself.
local function forgeable()
  local names = { "X-Consumer-Groups" }
  for _, name in ipairs(OF_THE_CALLER) do
    local ways = { "" }
    for word in gmatch(name, "[^-]+") do
      local longer = {}
      for _, way in ipairs(ways) do
        if way == "" then
          longer[1] = word
        else
          longer[#longer + 1] = way .. "-" .. word
          longer[#longer + 1] = way .. "_" .. word
        end
      end
      ways = longer
    end
    for i = 2, #ways do
      names[#names + 1] = ways[i]
    end
  end
  return names
end

local FORGEABLE = forgeable()

--- Takes headers from the request with which a client says itself who it is, as far as the gateway does not overwrite them.
function M.clear_forged()
  for _, name in ipairs(FORGEABLE) do
    kong.service.request.clear_header(name)
  end
end

local function load_id(client, miss_ttl)
  local consumer, err = kong.db.consumers:select_by_custom_id(client)
  if err then
    return nil, err
  end
  if not consumer then
    -- For Kong's cache 0 means for ever, and less than 0 that nothing is kept.
    return nil, nil, miss_ttl > 0 and miss_ttl or -1
  end
  return consumer.id
end

--- The consumer whose custom_id is the client id. Which consumer that is, is remembered for a while; the consumer itself comes from
-- Kong's own cache, which Kong keeps right, and its custom_id is compared on every call.
-- @treturn table|nil
-- @treturn nil|string error
function M.consumer(conf, client)
  local key = kong.db.consumers:cache_key("gatewright-custom-id", client)
  local id, err = kong.cache:get(key, { ttl = conf.consumer_cache_s }, load_id, client, conf.consumer_miss_cache_s)
  if not id then
    return nil, err
  end
  local consumer
  consumer, err = kong.cache:get(kong.db.consumers:cache_key(id), nil, kong.client.load_consumer, id)
  if err then
    return nil, err
  end
  if consumer and consumer.custom_id == client then
    return consumer
  end
  -- The application was moved, or removed and made again: what was remembered is wrong.
  kong.cache:invalidate_local(key)
  return kong.db.consumers:select_by_custom_id(client)
end

--- Does what Kong's jwt does with the caller of a verified token.
function M.authenticate(consumer, client, token)
  kong.client.authenticate(consumer, { id = client, key = client, consumer = { id = consumer.id } })
  local request = kong.service.request
  request.set_header("X-Consumer-ID", consumer.id)
  request.set_header("X-Consumer-Custom-ID", consumer.custom_id)
  if consumer.username then
    request.set_header("X-Consumer-Username", consumer.username)
  else
    request.clear_header("X-Consumer-Username")
  end
  request.set_header("X-Credential-Identifier", client)
  request.clear_header("X-Anonymous-Consumer")
  M.clear_forged()
  kong.ctx.shared.authenticated_jwt_token = token
end

return M
