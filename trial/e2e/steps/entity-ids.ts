import type { AdminApi } from '../gateway-facts';

/** What an application has on the gateway, by id. */
export async function entityIds(admin: AdminApi, username: string) {
  const consumer = (await admin.list('consumers')).find((one) => one.username === username)?.id;
  const entries = (await admin.list(`consumers/${consumer}/acls`)).map(({ id }) => id);
  return { consumer, entries: [...entries].sort() };
}
