/**
 * The id of an application in its catalog, which is also the name of its consumer: `<partner>_<application>`. Names hold no
 * underscore, so two applications never share an id.
 */
export function applicationId(partner: string, application: string): string {
  return `${partner}_${application}`;
}
