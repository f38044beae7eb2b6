import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AdminApi, Entity } from './gateway-facts';
import { removeComparisonRoutes } from './load/comparison-routes';
import { PREFIX } from './partners';
import { RUN_CA } from './setup/credentials';

/** The kinds of entities that Gatewright creates, in an order in which they can be deleted. */
export const MANAGED_KINDS = ['plugins', 'acls', 'jwts', 'routes', 'services', 'consumers', 'ca_certificates'] as const;

/** The tag of every entity that Gatewright creates. */
const TAG = 'managed-by:gatewright';

/** The entities of one kind on a gateway that Gatewright created, in this run or any other. */
export async function managedEntities(
  admin: AdminApi,
  kind: (typeof MANAGED_KINDS)[number],
): Promise<readonly Entity[]> {
  return (await admin.list(kind)).filter(({ tags }) => tags?.includes(TAG));
}

/** The number of Gatewright's entities on a gateway, by kind; kinds without entities are omitted. */
export async function countManaged(admin: AdminApi): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const kind of MANAGED_KINDS) {
    const { length } = await managedEntities(admin, kind);
    if (length > 0) counts.set(kind, length);
  }
  return counts;
}

/**
 * Deletes the entities of an earlier run: those with the IDs of this run's stacks, their plugins, the consumers and client CAs of
 * runs, and the comparison routes of the load steps. Entities of other environments have other IDs and are kept.
 *
 * @param stacks folder of the stacks
 * @returns the number of deleted entities
 */
export async function deleteLeftovers(admin: AdminApi, stacks: string): Promise<number> {
  const ids = stackIds(stacks);
  const managed = new Map<string, readonly Entity[]>();
  for (const kind of MANAGED_KINDS) managed.set(kind, await managedEntities(admin, kind));
  const services = new Set((managed.get('services') ?? []).map(({ id }) => id).filter((id) => ids.has(id)));
  let count = await removeComparisonRoutes(admin);
  for (const [kind, entities] of managed) {
    for (const entity of entities) {
      const { id, service } = entity;
      const serviceId = (service as { readonly id: string } | null | undefined)?.id;
      // Gatewright's own plugins have no ID in Terraform: they are identified by their service, or are global.
      if (
        !ids.has(id) &&
        !isOfRun(entity) &&
        !(kind === 'plugins' && (serviceId === undefined || services.has(serviceId)))
      )
        continue;
      const { status } = await admin.request(`/${kind}/${id}`, 'DELETE');
      if (status !== 204 && status !== 404) throw new Error(`DELETE /${kind}/${id} failed with ${status}`);
      count += 1;
    }
  }
  return count;
}

/** Whether an entity is a consumer or a client CA of a run. */
function isOfRun({ username, cert }: Entity): boolean {
  if (typeof cert === 'string') return new X509Certificate(cert).subject === RUN_CA;
  return typeof username === 'string' && username.startsWith(PREFIX);
}

/** All entity IDs in the stacks. */
function stackIds(stacks: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const name of readdirSync(stacks)) {
    const { resource = {} } = JSON.parse(readFileSync(join(stacks, name, 'cdk.tf.json'), 'utf8')) as StackJson;
    for (const byName of Object.values(resource))
      for (const { id } of Object.values(byName)) if (id !== undefined) ids.add(id);
  }
  return ids;
}

interface StackJson {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, { readonly id?: string }>>>>;
}
