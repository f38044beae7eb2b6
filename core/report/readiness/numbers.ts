import type { Figure, Readiness, TargetResult } from '../../readiness';

/** A line of numbers: what is counted, how many there are, and how they are divided. */
export interface NumberRow {
  readonly label: string;
  readonly total: number;
  readonly detail: string;
}

/** The numbers of a programme in the order in which people ask for them. */
export function numberRows({ counts }: Readiness): readonly NumberRow[] {
  const { partners, useCases, apis, applications, subscriptions, tiers, contractTemplates } = counts;
  const { live, pilot } = partners.anchors;
  // Sorting is stable, so types of the same size keep their order.
  const types = Object.entries(partners.byType).sort(([, a], [, b]) => b - a);
  const inProduction = (count: number) => `${formatNumber(count)} in production`;
  return [
    {
      label: 'Partners',
      total: partners.total,
      detail: joined(divided(partners.byStatus), `${formatNumber(partners.active)} with access in production`),
    },
    {
      label: 'Types of partners',
      total: types.filter(([, count]) => count > 0).length,
      detail: divided(Object.fromEntries(types)),
    },
    {
      label: 'Anchor partners',
      total: live + pilot,
      detail: divided({ 'of a live use case': live, 'of a pilot': pilot }),
    },
    { label: 'Use cases', total: useCases.total, detail: divided(useCases.byStage) },
    {
      label: 'APIs',
      total: apis.total,
      detail: joined(divided(apis.byLifecycle), inProduction(apis.inProduction)),
    },
    { label: 'Applications', total: applications.total, detail: inProduction(applications.inProduction) },
    { label: 'Subscriptions', total: subscriptions.total, detail: inProduction(subscriptions.inProduction) },
    { label: 'Tiers', total: tiers.total, detail: divided(tiers.byStatus) },
    {
      label: 'Contract templates',
      total: contractTemplates.total,
      detail: `${formatNumber(contractTemplates.versions)} ${contractTemplates.versions === 1 ? 'version' : 'versions'} to accept`,
    },
  ];
}

/** The states that occur: `11 published, 1 preview`. */
function divided(byState: Readonly<Record<string, number>>): string {
  return Object.entries(byState)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${formatNumber(count)} ${state}`)
    .join(', ');
}

function joined(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('; ');
}

/** A number with thousands separators: `1,234`. */
export function formatNumber(count: number): string {
  return count.toLocaleString('en');
}

const FIGURES: Readonly<Record<Figure, string>> = {
  activePartners: 'partners with access in production',
  anchorPartners: 'anchor partners of live use cases',
  liveUseCases: 'live use cases',
  publishedApis: 'published APIs',
  revenue: 'revenue',
};

/** An amount of money with thousands separators: `500,000.00 EUR`. */
function formatMoney(money: string): string {
  const [whole = '', rest = ''] = money.split(/(?=[. ])(.*)/);
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`;
}

/** A target as texts. */
export interface TargetRow {
  readonly by: string;
  readonly figure: string;
  readonly target: string;
  /** Empty if the catalog does not say. */
  readonly now: string;
  readonly status: string;
  readonly isMissed: boolean;
}

/** The targets of a programme as texts. */
export function targetRows({ targets }: Readiness): readonly TargetRow[] {
  return targets.map((one) => ({
    by: one.by,
    figure: FIGURES[one.figure],
    target: typeof one.target === 'number' ? formatNumber(one.target) : formatMoney(one.target),
    now: one.status === 'not-measurable' ? '' : formatNumber(one.now),
    status: statusOf(one),
    isMissed: one.status === 'missed',
  }));
}

function statusOf(target: TargetResult): string {
  const { status, daysLeft } = target;
  if (status === 'not-measurable') return 'not measurable from a catalog';
  if (status === 'reached') return 'reached';
  const gap = `${formatNumber(target.gap)} to go`;
  return status === 'missed' ? `missed: ${gap}` : `${gap}, ${days(daysLeft)} left`;
}

function days(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? 'day' : 'days'}`;
}
