import type { TerraformResource } from 'cdktf';
import { defaultOf, type Environment } from '../core/model';
import { GatewayStack } from './gateway-stack';
import { MANAGED_BY } from './managed-by';
import { Reference } from './reference';

/**
 * Gives a resource its address, which cdktf would otherwise make up of the path in the program and a hash.
 *
 * @returns a reference to its id, for others in the same stack
 * @throws Error when the address is taken
 */
export function place(resource: TerraformResource, name: string): Reference {
  GatewayStack.of(resource).claim(resource.terraformResourceType, name, resource);
  resource.overrideLogicalId(name);
  return Reference.to(resource.terraformResourceType, name);
}

/** What every entity has. */
export function common(environment: Environment): { readonly tags: string[]; readonly workspace: string } {
  return { tags: [MANAGED_BY], workspace: workspaceOf(environment) };
}

/** The workspace of an environment's gateway. */
export function workspaceOf(environment: Environment): string {
  return environment.workspace ?? defaultOf('Environment', 'workspace');
}
