import { createHmac, randomBytes } from 'node:crypto';

/** Subjects of a run say nothing about the numbers behind them. */
const KEY = randomBytes(32);

/**
 * The user whom a login hint of CAMARA names: `tel:+34600000001`, `ipport:203.0.113.7:40000` or `operatortoken:…`.
 *
 * @returns a pseudonym, the same for the same hint during a run; undefined for any other hint
 */
export function subjectOf(loginHint: string): string | undefined {
  if (!/^(tel:\+[0-9]{5,15}|ipport:[^\s]+:[0-9]+|operatortoken:[^\s]+)$/.test(loginHint)) return undefined;
  return `user-${createHmac('sha256', KEY).update(loginHint).digest('hex').slice(0, 24)}`;
}

/** Whether the user of a hint userRefuses, as those do whose number ends with 0000; everybody else agrees at once. */
export function userRefuses(loginHint: string | undefined): boolean {
  return loginHint !== undefined && /^tel:.*0000$/.test(loginHint);
}
