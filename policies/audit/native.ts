import type { JsonObject } from '../../core/model';
import type { PluginSettings } from '../plugin/plugin';
import { FILE_LOG, HTTP_LOG, nativePlugin } from '../plugin-attributes';
import type { Target } from '../target/target';

/**
 * Kong's file-log, which writes a line of JSON for each call.
 * @param fields the Lua code of the record's fields
 */
export function fileLog(target: Target, path: string, fields: JsonObject): PluginSettings {
  return nativePlugin(FILE_LOG, target, { path, reopen: false, custom_fields_by_lua: fields });
}

/** An HTTP endpoint for records. */
export interface HttpSink {
  readonly endpoint: string;
  /** A vault reference; undefined if the endpoint does not require authorization. */
  readonly authorization: string | undefined;
  /** Maximum number of records that wait for the endpoint. */
  readonly queueSize: number;
  /** The Lua code of the record's fields. */
  readonly fields: JsonObject;
}

/** Kong's http-log, which sends records in batches, as JSON arrays. */
export function httpLog(target: Target, { endpoint, authorization, queueSize, fields }: HttpSink): PluginSettings {
  return nativePlugin(HTTP_LOG, target, {
    http_endpoint: endpoint,
    method: 'POST',
    content_type: 'application/json',
    // Never empty, because the provider does not send an empty map, which would leave old headers in place.
    headers: {
      'X-Record-Source': 'gatewright',
      ...(authorization === undefined ? {} : { Authorization: authorization }),
    },
    custom_fields_by_lua: fields,
    timeout: 5000,
    keepalive: 60_000,
    ssl_verify: true,
    'queue.max_entries': queueSize,
    'queue.max_batch_size': 100,
    'queue.max_coalescing_delay': 1,
    // One hour: while an endpoint restarts, only records that exceed the queue are lost.
    'queue.max_retry_time': 3600,
    'queue.initial_retry_delay': 0.1,
    'queue.max_retry_delay': 60,
    'queue.concurrency_limit': 1,
  });
}
