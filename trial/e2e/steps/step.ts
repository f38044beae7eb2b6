import { setTimeout as wait } from 'node:timers/promises';
import type { Reply } from '../../client/request';
import { PLAIN } from '../partners';
import { Caller, pathOf, statusAndCode } from '../setup/caller';
import { type Grant, grantName } from '../setup/grant';
import { grantsOf, type Trial } from '../setup/trial';

/** What a step works with. */
export interface StepContext {
  readonly trial: Trial;
  /** Prints a line below the step's title. */
  note(line: string): void;
}

/** One thing that a run proves. */
export interface Step {
  readonly title: string;
  /** Whether nothing after it can be done when it fails; default: no. */
  readonly essential?: boolean;
  /** Why it cannot be done here; undefined when it can. */
  readonly skipReason?: (trial: Trial) => string | undefined;
  /** @throws Error that says what is not as it should be */
  readonly run: (context: StepContext) => Promise<void>;
}

/** Ends a step: it cannot be done here after all. */
export class Skipped extends Error {}

/** Ends a step: something is not as it should be. */
export class StepFailed extends Error {}

export function expectThat(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new StepFailed(otherwise);
}

/** The first grant of the catalog that fits. */
export function findGrant(trial: Trial, what: string, fits: (grant: Grant) => boolean): Grant {
  const found = grantsOf(trial).find(fits);
  if (!found) throw new Skipped(`the catalog has no ${what}`);
  return found;
}

/** A grant of an application of the run: `e2e-one`. */
export function grantOf(trial: Trial, partner: string): Grant {
  return findGrant(trial, `partner '${partner}'`, ({ access }) => access.application.partner.name === partner);
}

/** An application and API that nothing special is asked for: no user, no certificate. */
export function plainGrant(trial: Trial): Grant {
  return grantOf(trial, PLAIN);
}

export function passed({ status }: Reply): boolean {
  return status >= 200 && status < 300;
}

/** Prints a call with its outcome, and expects a status and code: `403 PERMISSION_DENIED`; `passes` is any success. */
export function expectReply({ note }: StepContext, what: string, reply: Reply, expected: string): void {
  const outcome = statusAndCode(reply);
  note(`${what} → ${outcome}`);
  const right = expected === 'passes' ? passed(reply) : outcome === expected;
  expectThat(right, `${what} was answered with ${outcome}, not ${expected}: ${reply.body.slice(0, 300)}`);
}

/**
 * Asks again and again until something holds.
 *
 * @param what words for the message
 * @returns how long it took, in milliseconds
 */
export async function waitUntil(what: string, withinMs: number, holds: () => Promise<boolean>): Promise<number> {
  const started = Date.now();
  while (!(await holds())) {
    if (Date.now() - started > withinMs) throw new StepFailed(`${what} did not happen within ${withinMs / 1000} s`);
    await wait(100);
  }
  return Date.now() - started;
}

/** What went on at a grant while something else was done. */
export interface Traffic {
  readonly calls: number;
  /** Answers that were no success, and how often. */
  readonly failures: ReadonlyMap<string, number>;
}

/**
 * Keeps calling while something is done, a few calls in flight at any time.
 *
 * @param call one call; its outcome
 */
export async function callDuring(act: () => Promise<void>, call: () => Promise<Reply>): Promise<Traffic> {
  let going = true;
  let calls = 0;
  const failures = new Map<string, number>();
  const keepCalling = async () => {
    while (going) {
      const outcome = await call().then(statusAndCode, (error: Error) => error.message);
      calls += 1;
      if (!/^2\d\d$/.test(outcome)) failures.set(outcome, (failures.get(outcome) ?? 0) + 1);
      await wait(20);
    }
  };
  const callers = [keepCalling(), keepCalling(), keepCalling()];
  try {
    await act();
  } finally {
    going = false;
    await Promise.all(callers);
  }
  return { calls, failures };
}

/** `2 × 403 PERMISSION_DENIED`, or `none`. */
export function describeFailures(failures: Traffic['failures']): string {
  return [...failures].map(([outcome, times]) => `${times} × ${outcome}`).join(', ') || 'none';
}

export { Caller, grantName, pathOf, statusAndCode };
