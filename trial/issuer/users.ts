import { createHmac, randomBytes } from 'node:crypto';

/** A key for each run, so that a subject does not reveal the phone number. */
const KEY = randomBytes(32);

/**
 * The user of a CAMARA login hint: `tel:+34600000001`, `ipport:203.0.113.7:40000` or `operatortoken:…`.
 *
 * @returns a pseudonym, the same for the same hint during a run; undefined if the hint has another format
 */
export function subjectOf(loginHint: string): string | undefined {
  if (!/^(tel:\+[0-9]{5,15}|ipport:[^\s]+:[0-9]+|operatortoken:[^\s]+)$/.test(loginHint)) return undefined;
  return `user-${createHmac('sha256', KEY).update(loginHint).digest('hex').slice(0, 24)}`;
}

/** Whether the user refuses. Users whose number ends with 0000 refuse; all others consent at once. */
export function userRefuses(loginHint: string | undefined): boolean {
  return loginHint !== undefined && /^tel:.*0000$/.test(loginHint);
}
