/** A stack as it was synthesized. */
export type StackJson = Readonly<Record<string, unknown>> & {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
  readonly variable?: Readonly<Record<string, unknown>>;
};

export type Attributes = Readonly<Record<string, unknown>>;

/**
 * Attributes whose change makes the provider replace a resource (its source, 1.1.0: `RequiresReplaceIfConfigured`); `all`
 * stands for every attribute.
 */
const FORCE_NEW: Readonly<Record<string, 'all' | readonly string[]>> = {
  'kong-gateway_acl': 'all',
  'kong-gateway_jwt': 'all',
  'kong-gateway_consumer_group_member': 'all',
  'kong-gateway_custom_plugin': ['workspace'],
};

/** A whole string that is one reference to another resource's attribute. Escaped text never is: it has two `$`. */
const REFERENCE = /^\$\{(kong-gateway_[a-z_]+)\.([A-Za-z0-9_-]+)\.([a-z_]+)\}$/;

/**
 * Stacks as one configuration that any engine evaluates without a provider: each resource becomes the built-in
 * `terraform_data` with the attributes as its input, and keeps its lifecycle and what it comes after. Nothing else of the strings is touched, so
 * what Terraform makes of them is what it would make of them for the real provider.
 */
export function evaluable(stacks: Readonly<Record<string, StackJson>>): Readonly<Record<string, unknown>> {
  const data: Record<string, unknown> = {};
  // Every stack declares these; parts of stacks in tests need not.
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

/** `sandbox_global/kong-gateway_service.sim-swap` of the name that {@link evaluable} gives a resource. */
export function addressOf(name: string): string {
  const [stack, type, ...words] = name.slice(2).split('--');
  const rest = words.join('--');
  return `${stack}/${type}.${rest}`;
}

/** Neither stacks nor types have two hyphens in a row. */
function dataName(stack: string, type: string, name: string): string {
  return `r-${stack}--${type}--${name}`;
}

/** What `depends_on` names, under the name that {@link evaluable} gives it. */
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
