import { canonicalJson } from '../base/canonical-json';
import type { Sla } from '../kinds';
import { durationMs } from '../units/duration';
import { percentMillionths } from '../units/percent';

/**
 * Whether a service level promises at least as much as an earlier one. Figures are compared; a change of the rules, such as what
 * counts as bad, is not decided and counts as a worse service level, unless there was no service level before.
 */
export function isSlaAtLeast(sla: Sla, earlier: Sla): boolean {
  const { availability, errorRate, latency, ...rules } = sla;
  const {
    availability: availabilityBefore,
    errorRate: errorRateBefore,
    latency: latencyBefore,
    ...rulesBefore
  } = earlier;
  return (
    (canonicalJson(rules) === canonicalJson(rulesBefore) || Object.keys(earlier).length === 0) &&
    isFigureAtLeast(availability, availabilityBefore, percentMillionths) &&
    isFigureAtLeast(errorRate, errorRateBefore, (text) => -percentMillionths(text)) &&
    (['p50', 'p95', 'p99'] as const).every((percentile) =>
      isFigureAtLeast(latency?.[percentile], latencyBefore?.[percentile], (text) => -durationMs(text)),
    )
  );
}

/** A figure that was not promised before cannot be worse; one that is no longer promised is. */
function isFigureAtLeast(
  figure: string | undefined,
  earlier: string | undefined,
  rankOf: (text: string) => number,
): boolean {
  if (earlier === undefined) return true;
  return figure !== undefined && rankOf(figure) >= rankOf(earlier);
}
