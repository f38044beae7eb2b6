import type { JsonObject } from '../../core/model';
import type { PluginSettings } from '../plugin/plugin';
import { FILE_LOG, HTTP_LOG, nativePlugin } from '../plugin-attributes';
import type { Target } from '../target/target';

/**
 * Kong's file-log: a line of JSON for each call.
 * @param fields the Lua of the record's fields
 */
export function fileLog(target: Target, path: string, fields: JsonObject): PluginSettings {
  return nativePlugin(FILE_LOG, target, { path, reopen: false, custom_fields_by_lua: fields });
}

/** Where records go over HTTP. */
export interface HttpSink {
  readonly endpoint: string;
  /** A vault reference; undefined where the endpoint needs none. */
  readonly authorization: string | undefined;
  /** How many records wait for the endpoint at most. */
  readonly queueSize: number;
  /** The Lua of the record's fields. */
  readonly fields: JsonObject;
}

/** Kong's http-log: records in batches, each request's body a JSON array. */
export function httpLog(target: Target, { endpoint, authorization, queueSize, fields }: HttpSink): PluginSettings {
  return nativePlugin(HTTP_LOG, target, {
    http_endpoint: endpoint,
    method: 'POST',
    content_type: 'application/json',
    // Never empty: an empty map over one with a header in it would not be sent.
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
    // An hour: an endpoint that is restarted loses nothing but what does not fit the queue.
    'queue.max_retry_time': 3600,
    'queue.initial_retry_delay': 0.1,
    'queue.max_retry_delay': 60,
    'queue.concurrency_limit': 1,
  });
}
