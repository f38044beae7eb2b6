import type { Programme } from '../model';
import { originOf, UNIT_MS } from '../model';
import type { Counts } from './counts';
import type { Facts } from './facts';
import { type Place, placeOf } from './places';

type Targets = NonNullable<Programme['targets']>[number];

/** A figure of a target, as in `Programme.targets`. */
export type Figure = Exclude<keyof Targets, 'by'>;

/** A target compared with the catalog. */
export type TargetResult = TargetDate & (MeasuredTarget | RevenueTarget);

interface TargetDate {
  /** The day by which it is to be reached, 'YYYY-MM-DD'. */
  readonly by: string;
  /** Days until then; negative if it has passed. */
  readonly daysLeft: number;
  readonly place: Place;
}

interface MeasuredTarget {
  readonly figure: Exclude<Figure, 'revenue'>;
  readonly target: number;
  readonly now: number;
  /** How many are missing; 0 if it is reached. */
  readonly gap: number;
  /** `missed` if the day has passed and it is not reached today. */
  readonly status: 'reached' | 'open' | 'missed';
}

/** A catalog has prices and no revenue. */
interface RevenueTarget {
  readonly figure: 'revenue';
  /** '250000.00 EUR' */
  readonly target: string;
  readonly status: 'not-measurable';
}

const MEASURES: Readonly<Record<MeasuredTarget['figure'], (counts: Counts) => number>> = {
  activePartners: ({ partners }) => partners.active,
  anchorPartners: ({ partners }) => partners.anchors.live,
  liveUseCases: ({ useCases }) => useCases.byStage.live,
  publishedApis: ({ apis }) => apis.byLifecycle.published,
};

/** The targets of the programme, by day and then in the order of the schema. */
export function targetsOf({ catalog, programme, asOf }: Facts, counts: Counts): readonly TargetResult[] {
  const results = (programme.value.targets ?? []).flatMap((targets, index) => {
    const { by, revenue } = targets;
    const daysLeft = Math.round((Date.parse(by) - Date.parse(asOf)) / UNIT_MS.day);
    const dateOf = (figure: Figure): TargetDate => ({
      by,
      daysLeft,
      place: placeOf(catalog, originOf(programme, ['targets', index, figure])),
    });
    const measured = Object.entries(MEASURES).flatMap(([name, measure]): readonly TargetResult[] => {
      const figure = name as MeasuredTarget['figure'];
      const target = targets[figure];
      if (target === undefined) return [];
      const now = measure(counts);
      const gap = Math.max(0, target - now);
      const status = gap === 0 ? 'reached' : daysLeft < 0 ? 'missed' : 'open';
      return [{ ...dateOf(figure), figure, target, now, gap, status }];
    });
    const unmeasured: readonly TargetResult[] =
      revenue === undefined
        ? []
        : [{ ...dateOf('revenue'), figure: 'revenue', target: revenue, status: 'not-measurable' }];
    return [...measured, ...unmeasured];
  });
  // Sorting is stable, so the figures of one day keep their order.
  return results.sort((a, b) => (a.by === b.by ? 0 : a.by < b.by ? -1 : 1));
}
