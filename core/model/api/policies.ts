import type { Catalog, Entry, PolicyKinds } from '../catalog';
import type { Api } from '../kinds';

/** The policies of an API, under the keys of `Api.policies`. */
export interface ApiPolicies {
  readonly token: PolicyKinds['token'];
  readonly errors: PolicyKinds['errors'];
  /** @default the API has no limit for all callers together */
  readonly rateLimit?: PolicyKinds['rateLimit'] | undefined;
  /** @default calls need no client certificate */
  readonly mtls?: PolicyKinds['mtls'] | undefined;
  /** @default neither purpose nor user context is asked for */
  readonly consent?: PolicyKinds['consent'] | undefined;
  /** @default answers are passed on as they are */
  readonly masking?: PolicyKinds['masking'] | undefined;
  /** @default no audit records */
  readonly audit?: PolicyKinds['audit'] | undefined;
  /** @default no metrics */
  readonly metrics?: PolicyKinds['metrics'] | undefined;
}

/** The policy of one kind that an API names; undefined where it names none, or one that does not exist. */
export function policyOf<Key extends keyof PolicyKinds>(
  catalog: Catalog,
  api: Api,
  key: Key,
): Entry<PolicyKinds[Key]> | undefined {
  const name = api.policies[key];
  return name === undefined ? undefined : catalog.policies[key].get(name);
}

/**
 * All policies that an API names.
 *
 * @throws Error when one does not exist: the check comes first
 */
export function policiesOf(catalog: Catalog, api: Api): ApiPolicies {
  const needed = <Key extends keyof PolicyKinds>(key: Key): PolicyKinds[Key] => {
    const policy = policyOf(catalog, api, key);
    if (policy) return policy.value;
    throw new Error(
      `api '${api.name}' names ${key} policy '${api.policies[key]}', which does not exist; check the catalog first`,
    );
  };
  const optional = <Key extends keyof PolicyKinds>(key: Key) =>
    api.policies[key] === undefined ? undefined : needed(key);
  return {
    token: needed('token'),
    errors: needed('errors'),
    rateLimit: optional('rateLimit'),
    mtls: optional('mtls'),
    consent: optional('consent'),
    masking: optional('masking'),
    audit: optional('audit'),
    metrics: optional('metrics'),
  };
}
