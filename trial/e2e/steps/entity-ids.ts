import type { AdminApi } from '../gateway-facts';

/** The IDs of an application's consumer and ACL entries. */
export async function entityIds(admin: AdminApi, username: string) {
  const consumer = (await admin.list('consumers')).find((one) => one.username === username)?.id;
  const entries = (await admin.list(`consumers/${consumer}/acls`)).map(({ id }) => id);
  return { consumer, entries: [...entries].sort() };
}
