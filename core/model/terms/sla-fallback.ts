import type { Sla } from '../kinds';

/**
 * The part of an API's service level that applies at a tier, because the tier does not set it; undefined if there is none. Percentiles
 * of the latency count one by one, every other field as a whole.
 */
export function slaFallback(tier: Sla | undefined, api: Sla | undefined): Sla | undefined {
  if (!api) return undefined;
  const { latency, ...others } = api;
  const rest = without(others, tier);
  const percentiles = latency && without(latency, tier?.latency);
  const fallback = {
    ...rest,
    ...(percentiles && Object.keys(percentiles).length > 0 && { latency: percentiles }),
  };
  return Object.keys(fallback).length > 0 ? fallback : undefined;
}

/** The service level at a tier: that of the tier, and the part of the API's that applies. */
export function joinedSla(tier: Sla | undefined, fallback: Sla | undefined): Sla {
  const latency = { ...fallback?.latency, ...tier?.latency };
  return { ...fallback, ...tier, ...(Object.keys(latency).length > 0 && { latency }) };
}

function without<T extends object>(value: T, other: object | undefined): Partial<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([key, one]) => one !== undefined && (other as never)?.[key] === undefined),
  ) as Partial<T>;
}
