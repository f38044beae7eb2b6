import type { ApiEntry, Catalog, Entry, Environment } from '../../../model';
import { servedEnvironments } from './served-environments';
import { SLA_FIGURES, type SlaFigure } from './sla-figures';
import { isPromised, slaPromises } from './sla-promises';

/** An API with a service level, its own or that of a tier or a contract, in environments that are not for trials. */
export interface PromisedApi {
  readonly api: ApiEntry;
  readonly environments: readonly Entry<Environment>[];
  /** The figures that anybody is promised. */
  readonly figures: ReadonlySet<SlaFigure['name']>;
  /** Whether anybody is promised credits. */
  readonly hasCredits: boolean;
}

/** The APIs whose service level has to be measured. */
export function promisedApis(catalog: Catalog, asOf: string): readonly PromisedApi[] {
  const promises = slaPromises(catalog, asOf);
  return [...catalog.apis.values()].filter(isPromised).flatMap((api) => {
    const environments = servedEnvironments(catalog, api).filter(({ value }) => !value.trial);
    const effective = promises.filter(({ apis }) => apis.includes(api)).map((promise) => promise.effective(api));
    const figures = SLA_FIGURES.filter(
      ({ name, read }) => effective.some((sla) => sla[name]) || (api.value.sla && read(api.value.sla) !== undefined),
    );
    if (environments.length === 0 || figures.length === 0) return [];
    return [
      {
        api,
        environments,
        figures: new Set(figures.map(({ name }) => name)),
        hasCredits: effective.some(({ credits }) => credits !== undefined),
      },
    ];
  });
}

/** Whether a service level has a figure that is counted from status codes. */
export function needsStatus({ figures }: PromisedApi): boolean {
  return figures.has('availability') || figures.has('errorRate');
}

/** Whether a service level has a response time. */
export function needsLatency({ figures }: PromisedApi): boolean {
  return figures.has('p50') || figures.has('p95') || figures.has('p99');
}
