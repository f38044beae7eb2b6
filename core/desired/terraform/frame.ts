import { providerSource, providerVersion } from '@cdktf/provider-kong/schema';
import type { Environment } from '../../model';
import { Reference } from '../reference';
import { backendAttributes, backendOf } from './backend';
import type { TerraformJson } from './json';
import { terraformValue } from './text';

/** Ephemeral variables require Terraform 1.10 or OpenTofu 1.11. */
export const REQUIRED_VERSION = '>= 1.10.0';

/** The two variables of every stack. The provider does not read environment variables. */
export const ADMIN_URL = 'kong_admin_url';
export const ADMIN_TOKEN = 'kong_admin_token';

/** The token is ephemeral, because a saved plan contains the plain text of a variable that is only sensitive. */
export const VARIABLES = {
  [ADMIN_URL]: { type: 'string', description: "address of the gateway's Admin API" },
  [ADMIN_TOKEN]: {
    type: 'string',
    description: "token of the gateway's Admin API, where it asks for one; never kept in plan or state",
    sensitive: true,
    ephemeral: true,
    default: null,
  },
} as const;

/** The provider's configuration, from the variables of the stack. */
export const PROVIDER = {
  server_url: Reference.variable(ADMIN_URL),
  admin_token: Reference.variable(ADMIN_TOKEN),
} as const;

export interface FrameOptions {
  readonly environment: Environment;
  /** Name of the stack. */
  readonly stack: string;
  /** Folder of local state, relative to the stack's folder. */
  readonly stateFolder: string;
}

/** The blocks of a stack other than resources: provider, variables and backend. */
export function frame({ environment, stack, stateFolder }: FrameOptions): TerraformJson {
  const backend = backendOf(environment);
  const parts = {
    '//': stackComment(stack, { environment: environment.name }),
    provider: { 'kong-gateway': [PROVIDER] },
    terraform: {
      backend: { [backend.type]: backendAttributes(backend, stack, stateFolder) },
      required_providers: { 'kong-gateway': { source: providerSource, version: providerVersion } },
      required_version: REQUIRED_VERSION,
    },
    variable: VARIABLES,
  };
  return terraformValue(parts) as TerraformJson;
}

/** The comment of a stack, which marks it as Gatewright's. It has the form that cdktf's CLI reads, without version and paths. */
export function stackComment(
  stack: string,
  properties: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  return { metadata: { stackName: stack }, gatewright: properties };
}
