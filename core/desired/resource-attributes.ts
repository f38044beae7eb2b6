import { resourceSchema } from '@cdktf/provider-kong/schema';

/**
 * The attributes that are written for each resource type, always the same ones regardless of their values. The provider ignores
 * attributes that are absent from the configuration: it neither resets their old values nor detects changes on the gateway. A return
 * to a default is therefore written like any other change, and each omitted attribute has a reason.
 * (docs/adr/0007-everything-explicit.md)
 *
 * The lists apply to every supported gateway: open-source 3.9, Enterprise 3.9 and 3.15.
 */
interface ResourceAttributes {
  /** Written for every resource of the type. */
  readonly always: readonly string[];
  /** Written under the stated condition, which depends on what the resource is and never on a setting. */
  readonly where?: Readonly<Record<string, string>>;
  /** Never written, with the reason. */
  readonly never: Readonly<Record<string, string>>;
}

const SERVER = 'the gateway sets it';
const SERVER_TIMES = { created_at: SERVER, updated_at: SERVER };
const UNUSED = 'Gatewright does not set it, and an empty value is never sent';

const PLUGIN_SCOPES = {
  service: 'a plugin of a service, or of a consumer group on a service',
  route: 'a plugin of a consumer group on one operation',
  consumer_group: 'a plugin of a consumer group; open-source Kong does not have them',
};

const PLUGIN: ResourceAttributes = {
  always: ['config', 'enabled', 'id', 'instance_name', 'protocols', 'tags', 'workspace'],
  where: PLUGIN_SCOPES,
  never: {
    ...SERVER_TIMES,
    condition: 'open-source Kong rejects it',
    ordering: 'open-source Kong rejects it',
    partials: 'open-source Kong rejects it',
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
      id: 'the provider does not accept one',
      ordering: 'open-source Kong rejects it',
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
    where: { tls_verify: 'an https upstream; Kong rejects it for http' },
    never: {
      ...SERVER_TIMES,
      url: 'a short form of protocol, host, port and path, which are written',
      ca_certificates: UNUSED,
      client_certificate: 'its key would be a secret in the state',
      tls_sans: 'open-source Kong does not have it',
      tls_verify_depth: "the gateway's own setting applies, and no value of the attribute selects it",
    },
  },
};

/** The list of a resource type; undefined for a type that Gatewright does not use. */
export function resourceAttributes(type: string): ResourceAttributes | undefined {
  if (Object.hasOwn(SINGLE, type)) return SINGLE[type];
  return type.startsWith('kong-gateway_plugin_') ? pluginAttributes(type) : undefined;
}

/** The list of a plugin's type, limited to the scopes that the plugin supports. */
function pluginAttributes(type: string): ResourceAttributes {
  const supported = resourceSchema(type)?.block.attributes ?? {};
  const onlySupported = (reasons: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(Object.entries(reasons).filter(([name]) => Object.hasOwn(supported, name)));
  return { always: PLUGIN.always, where: onlySupported(PLUGIN.where), never: onlySupported(PLUGIN.never) };
}

/** Terraform's meta-arguments, which the lists do not contain. */
const META = ['lifecycle', 'depends_on'];

/** Reports attributes that a resource lacks or must not have, according to the list of its type. */
export function* attributeProblems(type: string, attributes: Readonly<Record<string, unknown>>): Generator<string> {
  const list = resourceAttributes(type);
  if (!list) {
    if (type.startsWith('kong-gateway_'))
      yield `${type} has no list of attributes to write; add one to resource-attributes.ts`;
    return;
  }
  for (const name of list.always) {
    if (attributes[name] === undefined || attributes[name] === null) yield `required attribute '${name}' is missing`;
  }
  for (const name of Object.keys(attributes)) {
    if (list.always.includes(name) || META.includes(name) || Object.hasOwn(list.where ?? {}, name)) continue;
    yield `attribute '${name}' must not be set: ${list.never[name] ?? 'the type does not have it'}`;
  }
}
