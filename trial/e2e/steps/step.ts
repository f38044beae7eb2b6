import { setTimeout as wait } from 'node:timers/promises';
import type { Reply } from '../../client/request';
import { PLAIN } from '../partners';
import { Caller, pathOf, statusAndCode } from '../setup/caller';
import { type Grant, grantName } from '../setup/grant';
import { grantsOf, type Trial } from '../setup/trial';

/** The context of a step. */
export interface StepContext {
  readonly trial: Trial;
  /** Prints a line below the step's title. */
  note(line: string): void;
}

/** A step of a run. */
export interface Step {
  readonly title: string;
  /** Whether later steps depend on it; default: no. */
  readonly essential?: boolean;
  /** Why the step cannot run on this gateway; undefined if it can. */
  readonly skipReason?: (trial: Trial) => string | undefined;
  /** @throws Error with the unexpected behavior */
  readonly run: (context: StepContext) => Promise<void>;
}

/** Ends a step that cannot run on this gateway or catalog. */
export class Skipped extends Error {}

/** Ends a step that found unexpected behavior. */
export class StepFailed extends Error {}

export function expectThat(condition: boolean, message: string): asserts condition {
  if (!condition) throw new StepFailed(message);
}

/**
 * Finds the first matching grant.
 *
 * @throws Skipped if the catalog has none
 */
export function findGrant(trial: Trial, description: string, matches: (grant: Grant) => boolean): Grant {
  const found = grantsOf(trial).find(matches);
  if (!found) throw new Skipped(`the catalog has no ${description}`);
  return found;
}

/** A grant of a partner of the run: `e2e-one`. */
export function grantOf(trial: Trial, partner: string): Grant {
  return findGrant(trial, `partner '${partner}'`, ({ access }) => access.application.partner.name === partner);
}

/** A grant without special requirements: no user, no certificate. */
export function plainGrant(trial: Trial): Grant {
  return grantOf(trial, PLAIN);
}

export function passed({ status }: Reply): boolean {
  return status >= 200 && status < 300;
}

/** Prints a call and its response, and expects a status and code: `403 PERMISSION_DENIED`; `passes` is any success. */
export function expectReply({ note }: StepContext, description: string, reply: Reply, expected: string): void {
  const actual = statusAndCode(reply);
  note(`${description} → ${actual}`);
  const matches = expected === 'passes' ? passed(reply) : actual === expected;
  expectThat(matches, `${description}: the response was ${actual}, expected ${expected}: ${reply.body.slice(0, 300)}`);
}

/**
 * Polls until a condition is true.
 *
 * @param description of the condition, for the message
 * @returns the elapsed time in milliseconds
 */
export async function waitUntil(
  description: string,
  timeoutMs: number,
  condition: () => Promise<boolean>,
): Promise<number> {
  const started = Date.now();
  while (!(await condition())) {
    if (Date.now() - started > timeoutMs)
      throw new StepFailed(`timed out after ${timeoutMs / 1000} s waiting for ${description}`);
    await wait(100);
  }
  return Date.now() - started;
}

/** The calls during an action. */
export interface Traffic {
  readonly calls: number;
  /** Number of unsuccessful responses, by status and code. */
  readonly failures: ReadonlyMap<string, number>;
}

/**
 * Sends calls on a few connections while an action runs.
 *
 * @param call sends one call
 */
export async function callDuring(act: () => Promise<void>, call: () => Promise<Reply>): Promise<Traffic> {
  let running = true;
  let calls = 0;
  const failures = new Map<string, number>();
  const keepCalling = async () => {
    while (running) {
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
    running = false;
    await Promise.all(callers);
  }
  return { calls, failures };
}

/** `2 × 403 PERMISSION_DENIED`, or `none`. */
export function describeFailures(failures: Traffic['failures']): string {
  return [...failures].map(([outcome, times]) => `${times} × ${outcome}`).join(', ') || 'none';
}

export { Caller, grantName, pathOf, statusAndCode };
