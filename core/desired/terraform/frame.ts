import { providerSource, providerVersion } from '@cdktf/provider-kong/schema';
import type { Environment } from '../../model';
import { Reference } from '../reference';
import { backendAttributes, backendOf } from './backend';
import type { TerraformJson } from './json';
import { terraformValue } from './text';

/** Ephemeral variables came with Terraform 1.10 and OpenTofu 1.11. */
export const REQUIRED_VERSION = '>= 1.10.0';

/** The two variables of every stack: the provider reads no environment variable. */
export const ADMIN_URL = 'kong_admin_url';
export const ADMIN_TOKEN = 'kong_admin_token';

/** The token is ephemeral: a variable that is only sensitive is in plain text in a saved plan. */
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

/** The settings of the provider, from the variables of the stack. */
export const PROVIDER = {
  server_url: Reference.variable(ADMIN_URL),
  admin_token: Reference.variable(ADMIN_TOKEN),
} as const;

export interface FrameOptions {
  readonly environment: Environment;
  /** Name of the stack. */
  readonly stack: string;
  /** Folder for local state, relative to the stack's folder. */
  readonly stateFolder: string;
}

/** What a stack has around its resources: the provider, its variables, and where the state is kept. */
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

/** The comment of a stack, which marks it as Gatewright's. The form is cdktf's, as its CLI reads it, without version and paths. */
export function stackComment(
  stack: string,
  facts: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  return { metadata: { stackName: stack }, gatewright: facts };
}
