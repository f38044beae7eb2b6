/**
 * The ID of an application in a catalog, which is also the name of its consumer: `<partner>_<application>`. Names do not contain
 * underscores, so IDs are unique.
 */
export function applicationId(partner: string, application: string): string {
  return `${partner}_${application}`;
}
