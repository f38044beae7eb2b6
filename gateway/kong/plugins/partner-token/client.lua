--- Finds the consumer with a client ID and authenticates it as the caller.
local kong = kong

local M = {}

local function load_consumer_id(client_id, miss_ttl)
  local consumer, err = kong.db.consumers:select_by_custom_id(client_id)
  if err then
    return nil, err
  end
  if not consumer then
    -- In Kong's cache a TTL of 0 means forever, and a negative TTL means not cached.
    return nil, nil, miss_ttl > 0 and miss_ttl or -1
  end
  return consumer.id
end

--- The consumer whose custom_id is the client ID. The mapping to the consumer's ID is cached for a while; the consumer itself comes from
-- Kong's own cache, which Kong keeps up to date, and its custom_id is compared on every call.
-- @treturn table|nil
-- @treturn nil|string error
function M.find_consumer(conf, client_id)
  local key = kong.db.consumers:cache_key("gatewright-custom-id", client_id)
  local id, err = kong.cache:get(key, { ttl = conf.consumer_cache_s }, load_consumer_id, client_id, conf.consumer_miss_cache_s)
  if not id then
    return nil, err
  end
  local consumer
  consumer, err = kong.cache:get(kong.db.consumers:cache_key(id), nil, kong.client.load_consumer, id)
  if err then
    return nil, err
  end
  if consumer and consumer.custom_id == client_id then
    return consumer
  end
  -- The client ID was moved, or the consumer was deleted and created again: the cached mapping is outdated.
  kong.cache:invalidate_local(key)
  return kong.db.consumers:select_by_custom_id(client_id)
end

--- Authenticates the caller of a verified token, as Kong's jwt does. The caller's own values of these headers have already been removed.
function M.authenticate(consumer, client_id, token)
  kong.client.authenticate(consumer, { id = client_id, key = client_id, consumer = { id = consumer.id } })
  local request = kong.service.request
  request.set_header("X-Consumer-ID", consumer.id)
  request.set_header("X-Consumer-Custom-ID", consumer.custom_id)
  if consumer.username then
    request.set_header("X-Consumer-Username", consumer.username)
  end
  request.set_header("X-Credential-Identifier", client_id)
  kong.ctx.shared.authenticated_jwt_token = token
end

return M
