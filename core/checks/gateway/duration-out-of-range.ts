import {
  accepts,
  CACHE_DURATION,
  CLOCK_SKEW,
  type DurationLimits,
  EXPIRATION,
  TIMEOUT,
} from '../../../policies/target/duration-limits';
import { type DocumentOf, durationMs, type Path } from '../../model';
import { type DocumentCheck, found } from '../check';

type TimedKind = 'Api' | 'ConsentPolicy' | 'Environment' | 'TokenPolicy';

export const durationOutOfRange: DocumentCheck<TimedKind, 'duration-out-of-range'> = {
  code: 'duration-out-of-range',
  severity: 'error',
  per: 'document',
  kinds: ['Api', 'ConsentPolicy', 'Environment', 'TokenPolicy'],
  summary:
    'A duration is outside the range of its gateway setting, or has fractions of a second where Kong counts whole seconds.',
  rationale: 'rounding or cutting it would enforce a time that no one wrote',
  fix: 'Write a duration in the allowed range.',
  details:
    'Timeouts (`timeouts` of an upstream, `timeout` of Redis and of `live`) range from 1 ms to 24 days (2147483646 ms), `live.cacheFor` up to 365 days, and `maximumExpiration` from 1 second to 365 days.',
  waivable: false,
  examples: {
    avoid: `kind: TokenPolicy
name: operator-idp
maximumExpiration: 1500 ms
`,
    prefer: `kind: TokenPolicy
name: operator-idp
maximumExpiration: 2 seconds
`,
  },
  *find(document) {
    for (const { path, limits, value } of durationsIn(document.value)) {
      if (value === undefined || accepts(limits, durationMs(value))) continue;
      yield found(
        document.at(path),
        `'${String(path.at(-1))}' of '${document.name}' is ${value}; the gateway accepts ${limits.range}`,
        `write a duration from ${limits.range}`,
      );
    }
  },
};

/** A duration in a document, and what its setting accepts. */
interface LimitedDuration {
  readonly path: Path;
  readonly limits: DurationLimits;
  readonly value: string | undefined;
}

function* durationsIn(document: DocumentOf[TimedKind]): Iterable<LimitedDuration> {
  switch (document.kind) {
    case 'Api':
      for (const [environment, { timeouts }] of Object.entries(document.upstreams))
        for (const field of ['connect', 'read', 'write'] as const)
          yield { path: ['upstreams', environment, 'timeouts', field], limits: TIMEOUT, value: timeouts?.[field] };
      break;
    case 'Environment':
      if (document.counters.store === 'redis')
        yield { path: ['counters', 'timeout'], limits: TIMEOUT, value: document.counters.timeout };
      break;
    case 'ConsentPolicy':
      yield { path: ['live', 'timeout'], limits: TIMEOUT, value: document.live?.timeout };
      yield { path: ['live', 'cacheFor'], limits: CACHE_DURATION, value: document.live?.cacheFor };
      break;
    case 'TokenPolicy':
      yield { path: ['maximumExpiration'], limits: EXPIRATION, value: document.maximumExpiration };
      // A skew above the limit is reported by 'clock-skew-too-large'.
      yield {
        path: ['clockSkew'],
        limits: { ...CLOCK_SKEW, max: Number.POSITIVE_INFINITY },
        value: document.clockSkew,
      };
  }
}
