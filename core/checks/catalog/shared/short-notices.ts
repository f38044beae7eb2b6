import {
  type Catalog,
  commandLine,
  type Entry,
  noticesFor,
  type RequiredNotice,
  sealsOf,
  type TermsEntry,
  type Tier,
  termsName,
} from '../../../model';
import { type Found, found } from '../../check';

const CHANGED = { price: 'a changed price', terms: 'changed terms' } as const;

/** The newest version of each tier that is effective sooner than the contract of a partner allows; one finding for each tier. */
export function* shortNotices(catalog: Catalog, of: RequiredNotice['of']): Iterable<Found> {
  for (const tier of catalog.tiers.values()) {
    const [newest, previous] = sealsOf(tier.value).map(({ version }) =>
      catalog.terms.get(termsName(tier.name, version)),
    );
    if (tier.value.status === 'draft' || !newest || !previous) continue;
    const { announced, effective, terms } = newest.value;
    const short = noticesFor(catalog, { tier: tier.value, before: previous.value, after: terms, announced })
      .filter((notice) => notice.of === of && effective < notice.earliest)
      .sort((a, b) => (a.earliest > b.earliest ? -1 : 1));
    const [first] = short;
    if (first) yield shortNotice(tier, newest, first, short);
  }
}

function shortNotice(
  tier: Entry<Tier>,
  newest: TermsEntry,
  { partner, of, notice, earliest }: RequiredNotice,
  all: readonly RequiredNotice[],
): Found {
  const { announced, effective, version } = newest.value;
  const { contract } = partner.value;
  const more = all.length === 1 ? '' : `, and those of ${all.length - 1} more partners require notice, too`;
  return found(
    newest.at(['effective']),
    `version ${version} of tier '${tier.name}' is announced on ${announced} and effective on ${effective}, but the contract of partner '${partner.name}' (${contract.template} ${contract.version}) requires ${notice} of notice for ${CHANGED[of]}${more}`,
    `run '${commandLine('seal', tier.name, '--effective', earliest)}' before the version is announced, or keep the earlier version for the partner until ${earliest} with \`contract.terms\``,
    all.slice(0, MAX_RELATED).map((one) => one.partner.at(['contract', 'version'])),
  );
}

const MAX_RELATED = 10;
