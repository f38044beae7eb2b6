--- Finds the consumer of a client id, and makes it the caller.
local kong = kong

local M = {}

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

--- Does what Kong's jwt does with the caller of a verified token. What the caller wrote into these headers is gone by then.
function M.authenticate(consumer, client, token)
  kong.client.authenticate(consumer, { id = client, key = client, consumer = { id = consumer.id } })
  local request = kong.service.request
  request.set_header("X-Consumer-ID", consumer.id)
  request.set_header("X-Consumer-Custom-ID", consumer.custom_id)
  if consumer.username then
    request.set_header("X-Consumer-Username", consumer.username)
  end
  request.set_header("X-Credential-Identifier", client)
  kong.ctx.shared.authenticated_jwt_token = token
end

return M
