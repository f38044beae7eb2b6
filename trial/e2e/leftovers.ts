import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AdminApi, Entity } from './gateway-facts';
import { removeComparisonRoutes } from './load/comparison-routes';
import { PREFIX } from './partners';
import { RUN_CA } from './setup/credentials';

/** The kinds of entities that are made, in an order in which they can be deleted. */
export const MANAGED_KINDS = ['plugins', 'acls', 'jwts', 'routes', 'services', 'consumers', 'ca_certificates'] as const;

/** The tag of every entity that Gatewright makes. */
const TAG = 'managed-by:gatewright';

/** The entities of one kind that Gatewright has made on a gateway, whoever applied them. */
export async function managedEntities(
  admin: AdminApi,
  kind: (typeof MANAGED_KINDS)[number],
): Promise<readonly Entity[]> {
  return (await admin.list(kind)).filter(({ tags }) => tags?.includes(TAG));
}

/** How many entities of Gatewright a gateway has, by kind; kinds of which there is none are left out. */
export async function countManaged(admin: AdminApi): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const kind of MANAGED_KINDS) {
    const { length } = await managedEntities(admin, kind);
    if (length > 0) counts.set(kind, length);
  }
  return counts;
}

/**
 * Deletes what an earlier run left on a gateway, however it ended: entities with the ids that the stacks of this run have, the
 * plugins on them, the consumers and the client CAs of runs, and what the load steps made for comparison. Entities of other
 * environments have other ids and stay.
 *
 * @param stacks folder with the stacks
 * @returns how many were deleted
 */
export async function deleteLeftovers(admin: AdminApi, stacks: string): Promise<number> {
  const ids = stackIds(stacks);
  const ours = new Map<string, readonly Entity[]>();
  for (const kind of MANAGED_KINDS) ours.set(kind, await managedEntities(admin, kind));
  const services = new Set((ours.get('services') ?? []).map(({ id }) => id).filter((id) => ids.has(id)));
  let count = await removeComparisonRoutes(admin);
  for (const [kind, entities] of ours) {
    for (const entity of entities) {
      const { id, service } = entity;
      const on = (service as { readonly id: string } | null | undefined)?.id;
      // Gatewright's own plugins have no id in Terraform: they are known by their service, or have none.
      if (!ids.has(id) && !isOfRun(entity) && !(kind === 'plugins' && (on === undefined || services.has(on)))) continue;
      const { status } = await admin.request(`/${kind}/${id}`, 'DELETE');
      if (status !== 204 && status !== 404) throw new Error(`DELETE /${kind}/${id} was answered with ${status}`);
      count += 1;
    }
  }
  return count;
}

/** Whether an entity is a consumer or a client CA that only runs have. */
function isOfRun({ username, cert }: Entity): boolean {
  if (typeof cert === 'string') return new X509Certificate(cert).subject === RUN_CA;
  return typeof username === 'string' && username.startsWith(PREFIX);
}

/** Every id that is written in stacks. */
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
