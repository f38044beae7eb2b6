import { resourceSchema } from '@cdktf/provider-kong/schema';

/**
 * Which attributes are written, for each type of resource: always the same ones, whatever their values. The provider
 * passes over an attribute that is not in the configuration: it neither takes an old value back nor sees that somebody
 * changed it on the gateway. Going back to a default is therefore written like any other change, and what is left out
 * is left out for a reason. (docs/adr/0007-everything-explicit.md)
 *
 * The lists hold for every supported gateway: open-source 3.9, Enterprise 3.9 and 3.15.
 */
interface ResourceAttributes {
  /** Written in every resource of the type. */
  readonly always: readonly string[];
  /** Written where the reason says: a property of what the resource is, not of a setting. */
  readonly where?: Readonly<Record<string, string>>;
  /** Never written, and why. */
  readonly never: Readonly<Record<string, string>>;
}

const SERVER = 'the gateway sets it';
const SERVER_TIMES = { created_at: SERVER, updated_at: SERVER };
const UNUSED = 'nothing of ours sets it, and an empty value is never sent';

const PLUGIN_SCOPES = {
  service: 'a plugin of a service, or of a consumer group on a service',
  route: 'a plugin of a consumer group on one operation',
  consumer_group: 'a plugin of a consumer group; open-source Kong has none',
};

const PLUGIN: ResourceAttributes = {
  always: ['config', 'enabled', 'id', 'instance_name', 'protocols', 'tags', 'workspace'],
  where: PLUGIN_SCOPES,
  never: {
    ...SERVER_TIMES,
    condition: 'open-source Kong refuses it',
    ordering: 'open-source Kong refuses it',
    partials: 'open-source Kong refuses it',
    consumer: 'no policy places a plugin on one consumer',
  },
};

const SINGLE: Readonly<Record<string, ResourceAttributes>> = {
  'kong-gateway_acl': {
    always: ['consumer_id', 'group', 'id', 'tags', 'workspace'],
    never: { created_at: SERVER },
  },
  'kong-gateway_ca_certificate': {
    always: ['cert', 'id', 'tags'],
    never: { ...SERVER_TIMES, cert_digest: SERVER },
  },
  'kong-gateway_consumer': {
    always: ['custom_id', 'id', 'tags', 'username', 'workspace'],
    never: SERVER_TIMES,
  },
  'kong-gateway_consumer_group': { always: ['id', 'name', 'tags', 'workspace'], never: SERVER_TIMES },
  'kong-gateway_consumer_group_member': {
    always: ['consumer_group_id', 'consumer_id', 'workspace'],
    never: { consumer_group: SERVER, consumers: SERVER },
  },
  'kong-gateway_custom_plugin': {
    always: ['config', 'enabled', 'instance_name', 'name', 'protocols', 'tags', 'workspace'],
    where: PLUGIN_SCOPES,
    never: {
      ...SERVER_TIMES,
      id: 'the provider takes none',
      ordering: 'open-source Kong refuses it',
      consumer: 'no policy places a plugin on one consumer',
    },
  },
  'kong-gateway_jwt': {
    always: ['algorithm', 'consumer_id', 'id', 'key', 'rsa_public_key', 'secret', 'tags', 'workspace'],
    never: { created_at: SERVER },
  },
  'kong-gateway_route': {
    always: [
      'hosts',
      'https_redirect_status_code',
      'id',
      'methods',
      'name',
      'path_handling',
      'paths',
      'preserve_host',
      'protocols',
      'regex_priority',
      'request_buffering',
      'response_buffering',
      'service',
      'strip_path',
      'tags',
      'workspace',
    ],
    never: { ...SERVER_TIMES, destinations: UNUSED, headers: UNUSED, snis: UNUSED, sources: UNUSED },
  },
  'kong-gateway_service': {
    always: [
      'connect_timeout',
      'enabled',
      'host',
      'id',
      'name',
      'path',
      'port',
      'protocol',
      'read_timeout',
      'retries',
      'tags',
      'workspace',
      'write_timeout',
    ],
    where: { tls_verify: 'an https upstream; Kong refuses it for http' },
    never: {
      ...SERVER_TIMES,
      url: 'a short form of protocol, host, port and path, which are written',
      ca_certificates: UNUSED,
      client_certificate: 'its key would be a secret in the state',
      tls_sans: 'open-source Kong does not have it',
      tls_verify_depth: 'the setting of the gateway holds, and it has no value that stands for that',
    },
  },
};

/** The list of a type; undefined for a type that is none of ours. */
export function resourceAttributes(type: string): ResourceAttributes | undefined {
  if (Object.hasOwn(SINGLE, type)) return SINGLE[type];
  return type.startsWith('kong-gateway_plugin_') ? pluginAttributes(type) : undefined;
}

/** Plugins differ in what they may be attached to. */
function pluginAttributes(type: string): ResourceAttributes {
  const known = resourceSchema(type)?.block.attributes ?? {};
  const having = (reasons: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(Object.entries(reasons).filter(([name]) => Object.hasOwn(known, name)));
  return { always: PLUGIN.always, where: having(PLUGIN.where), never: having(PLUGIN.never) };
}

/** Terraform's own arguments, which the lists do not know. */
const META = ['lifecycle', 'depends_on'];

/** What a resource writes too much or too little, by the list of its type. */
export function* attributeProblems(type: string, attributes: Readonly<Record<string, unknown>>): Generator<string> {
  const list = resourceAttributes(type);
  if (!list) {
    if (type.startsWith('kong-gateway_')) yield `no list says which attributes of ${type} are written`;
    return;
  }
  for (const name of list.always) {
    if (attributes[name] === undefined || attributes[name] === null)
      yield `attribute '${name}' is missing; it is always written`;
  }
  for (const name of Object.keys(attributes)) {
    if (list.always.includes(name) || META.includes(name) || Object.hasOwn(list.where ?? {}, name)) continue;
    yield `attribute '${name}' is written; it is left out because ${list.never[name] ?? 'the type does not have it'}`;
  }
}
