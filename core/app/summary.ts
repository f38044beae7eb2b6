import type { StackSummary } from '../desired';
import { type Catalog, isServedIn } from '../model';
import { accessIn } from '../view';

const HEADING = ['environment', 'gateway', 'stacks', 'APIs', 'partners', 'applications', 'subscriptions', 'resources'];

/**
 * The output as a table with a heading and one row per environment: the APIs that are served in it, and the partners, applications
 * and subscriptions that have access to it on the as-of date.
 */
export function summaryRows(
  catalog: Catalog,
  asOf: string,
  stacks: readonly StackSummary[],
): readonly (readonly (string | number)[])[] {
  const names = [...new Set(stacks.map((stack) => stack.environment))];
  const rows = names.map((name) => {
    const ofEnvironment = stacks.filter((stack) => stack.environment === name);
    const environment = catalog.environments.get(name)?.value;
    const present = accessIn(catalog, name, asOf).filter((access) => access.present);
    return [
      name,
      environment ? `${environment.gateway.edition} ${environment.gateway.version}` : '',
      ofEnvironment.length,
      [...catalog.apis.values()].filter((api) => environment && isServedIn(api.value, environment)).length,
      new Set(present.map((access) => access.application.partner.name)).size,
      present.length,
      present.flatMap((access) => access.subscriptions.filter((subscription) => subscription.granted)).length,
      ofEnvironment.reduce((sum, stack) => sum + stack.resources, 0),
    ];
  });
  return [HEADING, ...rows];
}
