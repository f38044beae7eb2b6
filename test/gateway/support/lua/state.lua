-- The stand-in's state between calls: the gateway's entities, caches, shared memory, log and time.
local M = {}

function M.reset()
  M.now = M.now or 0
  M.timers, M.timer_count = {}, 0
  M.plugins, M.consumers, M.acls, M.ca_certificates = {}, {}, {}, {}
  M.shm, M.cache, M.locks = {}, {}, {}
  M.redis, M.redis_scripts, M.redis_pools, M.redis_open = {}, {}, {}, 0
  M.log_lines = {}
  M.worker_data = {}
end

M.reset()
return M
