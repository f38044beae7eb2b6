import { EnvironmentBasics } from '../constructs';
import type { Catalog, Entry, Environment } from '../core/model';
import type { EnvironmentStack } from './environment-stack';

/** Puts into a stack what an environment has once. */
export function fillGlobal(stack: EnvironmentStack, catalog: Catalog, environment: Entry<Environment>): void {
  new EnvironmentBasics(stack, 'basics', { catalog, environment });
}
