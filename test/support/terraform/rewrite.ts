/** The content of a synthesized stack. */
export type StackJson = Readonly<Record<string, unknown>> & {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
  readonly variable?: Readonly<Record<string, unknown>>;
};

export type Attributes = Readonly<Record<string, unknown>>;

/**
 * Attributes whose change makes the provider replace a resource (its source, 1.1.0: `RequiresReplaceIfConfigured`); `all` means
 * every attribute.
 */
const FORCE_NEW: Readonly<Record<string, 'all' | readonly string[]>> = {
  'kong-gateway_acl': 'all',
  'kong-gateway_jwt': 'all',
  'kong-gateway_consumer_group_member': 'all',
  'kong-gateway_custom_plugin': ['workspace'],
};

/** A string that is exactly one reference to an attribute of another resource. Escaped text has two `$`, so it never matches. */
const REFERENCE = /^\$\{(kong-gateway_[a-z_]+)\.([A-Za-z0-9_-]+)\.([a-z_]+)\}$/;

/**
 * Combines stacks into a configuration that any engine evaluates without a provider. Each resource becomes the built-in
 * `terraform_data` with its attributes as input, and keeps its lifecycle and dependencies. Strings are not changed otherwise, so
 * Terraform evaluates them as it would for the real provider.
 */
export function evaluable(stacks: Readonly<Record<string, StackJson>>): Readonly<Record<string, unknown>> {
  const data: Record<string, unknown> = {};
  // Every stack declares these variables; partial stacks in tests may not.
  let variable: Readonly<Record<string, unknown>> = { kong_admin_url: {}, kong_admin_token: { ephemeral: true } };
  for (const [stack, json] of Object.entries(stacks)) {
    variable = { ...variable, ...json.variable };
    for (const [type, byName] of Object.entries(json.resource ?? {})) {
      for (const [name, { '//': comment, lifecycle, depends_on: after, ...attributes }] of Object.entries(byName)) {
        const input = withReferences(attributes, stack) as Attributes;
        data[dataName(stack, type, name)] = {
          ...(comment === undefined ? {} : { '//': comment }),
          input,
          triggers_replace: triggers(type, input),
          ...(lifecycle === undefined ? {} : { lifecycle }),
          ...(Array.isArray(after) ? { depends_on: after.map((address) => dataAddress(stack, String(address))) } : {}),
        };
      }
    }
  }
  return { variable, ...(Object.keys(data).length === 0 ? {} : { resource: { terraform_data: data } }) };
}

/** The address `sandbox_global/kong-gateway_service.sim-swap` from the name that {@link evaluable} gives a resource. */
export function addressOf(name: string): string {
  const [stack, type, ...nameParts] = name.slice(2).split('--');
  const rest = nameParts.join('--');
  return `${stack}/${type}.${rest}`;
}

/** Neither stacks nor types have two hyphens in a row. */
function dataName(stack: string, type: string, name: string): string {
  return `r-${stack}--${type}--${name}`;
}

/** The target of `depends_on` under the name that {@link evaluable} gives it. */
function dataAddress(stack: string, address: string): string {
  const [type = '', name = ''] = address.split('.');
  return `terraform_data.${dataName(stack, type, name)}`;
}

function triggers(type: string, input: Attributes): Attributes {
  const names = FORCE_NEW[type] ?? [];
  return names === 'all' ? input : Object.fromEntries(names.map((name) => [name, input[name] ?? null]));
}

function withReferences(value: unknown, stack: string): unknown {
  if (typeof value === 'string') {
    const [, type, name, attribute] = REFERENCE.exec(value) ?? [];
    return type && name ? `\${terraform_data.${dataName(stack, type, name)}.input.${attribute}}` : value;
  }
  if (Array.isArray(value)) return value.map((item) => withReferences(item, stack));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withReferences(item, stack)]));
}
