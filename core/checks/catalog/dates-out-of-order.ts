import type {
  Application,
  ApplicationEntry,
  ContractTemplate,
  Entry,
  Partner,
  Path,
  Position,
  Tier,
} from '../../model';
import { type DocumentCheck, found } from '../check';
import { isApplication, labelOf, subscriptionLabel } from './shared/approvals';
import { isOfType, writtenItems } from './shared/price-lists';

interface Period {
  readonly label: string;
  readonly start: string | undefined;
  readonly end: string | undefined;
  at(): Position;
}

export const datesOutOfOrder: DocumentCheck<
  'Application' | 'ContractTemplate' | 'Partner' | 'Tier',
  'dates-out-of-order'
> = {
  code: 'dates-out-of-order',
  severity: 'error',
  per: 'document',
  kinds: ['Partner', 'Application', 'ContractTemplate', 'Tier'],
  summary:
    'A contract, a deviation in it, an accreditation, evidence, a subscription or a discount ends before it starts, or on the same day; or a version of a contract template is retired before its effective day.',
  rationale: 'it would never be in effect',
  fix: 'Write a later end. The end is the first day on which it is no longer in effect.',
  waivable: false,
  examples: {
    avoid: `kind: Partner
name: acme-bank
evidence:
  - { requirement: certification, document: DMS-1, issued: 2026-01-05, end: 2027-01-05 }
  - { requirement: penetration-test, document: DMS-2, issued: 2026-03-01, end: 2025-03-01 }
`,
    prefer: `kind: Partner
name: acme-bank
evidence:
  - { requirement: certification, document: DMS-1, issued: 2026-01-05, end: 2027-01-05 }
  - { requirement: penetration-test, document: DMS-2, issued: 2026-03-01, end: 2027-03-01 }
`,
  },
  *find(document) {
    for (const { label, start, end, at } of periodsOf(document)) {
      if (start === undefined || end === undefined || start < end) continue;
      yield found(
        at(),
        `${label} ends on ${end}, but starts on ${start}`,
        'write a later end: it is the first day on which it is no longer in effect',
      );
    }
  },
};

function periodsOf(
  document: Entry<Application> | Entry<ContractTemplate> | Entry<Partner> | Entry<Tier>,
): Iterable<Period> {
  if (isTier(document)) return ofDiscounts(document);
  if (isTemplate(document)) return ofTemplate(document);
  return isApplication(document) ? ofApplication(document) : ofPartner(document as Entry<Partner>);
}

function isTemplate(document: Entry<object>): document is Entry<ContractTemplate> {
  return 'versions' in document.value;
}

function isTier(document: Entry<object>): document is Entry<Tier> {
  return (document.value as Partial<Tier>).kind === 'Tier';
}

function* ofDiscounts(document: Entry<Partner> | Entry<Tier>): Iterable<Period> {
  for (const item of writtenItems(document)) {
    if (!isOfType(item, 'discount')) continue;
    const { from, to } = item.value;
    yield { label: item.label, start: from, end: to, at: () => item.at(['to']) };
  }
}

function* ofTemplate(template: Entry<ContractTemplate>): Iterable<Period> {
  for (const [version, { effective, retired }] of Object.entries(template.value.versions)) {
    yield {
      label: `version ${version} of contract template '${template.name}'`,
      start: effective,
      end: retired,
      at: () => template.at(['versions', version, 'retired']),
    };
  }
}

function* ofApplication(application: ApplicationEntry): Iterable<Period> {
  for (const [index, { api, start, end }] of (application.value.subscriptions ?? []).entries()) {
    const at = () => application.at(['subscriptions', index, 'end']);
    yield { label: subscriptionLabel(application, api), start, end, at };
  }
}

function* ofPartner(partner: Entry<Partner>): Iterable<Period> {
  const { contract, evidence = [], accreditation } = partner.value;
  const period = (name: string, start: string | undefined, end: string | undefined, path: Path): Period => ({
    label: `${name} of ${labelOf(partner)}`,
    start,
    end,
    at: () => partner.at(path),
  });
  yield period('contract', contract.accepted?.on, contract.end, ['contract', 'end']);
  for (const [index, { tier, from, to }] of (contract.deviations ?? []).entries()) {
    yield period(`deviation from tier '${tier}'`, from, to, ['contract', 'deviations', index, 'to']);
  }
  yield* ofDiscounts(partner);
  yield period('accreditation', accreditation?.since, accreditation?.end, ['accreditation', 'end']);
  for (const [index, { requirement, issued, end }] of evidence.entries()) {
    yield period(`evidence for '${requirement}'`, issued, end, ['evidence', index, 'end']);
  }
}
