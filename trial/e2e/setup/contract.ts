import type { Grant } from './grant';

/**
 * The contract of a partner of the run, as a YAML flow mapping: the same version, accepted on the same day, as that of the partner with
 * the grant.
 *
 * @param by mailbox that accepted it
 */
export function contractLike({ access }: Grant, by: string): string {
  const { template, version, accepted } = access.application.partner.value.contract;
  return JSON.stringify({ template, version, ...(accepted && { accepted: { on: accepted.on, by } }) });
}
