import { isMap, type Json, type JsonObject, type Kind, type Path } from '../../model';
import { flow } from '../../model/messages/shown';

/** A field that a map does not have, but that earlier versions of Gatewright had or that another kind has. */
interface ExplainedField {
  /** The kind of the document and the map with the field; `*` is any step. */
  readonly in: string;
  readonly field: string;
  /** The field that replaces it, which is not reported as missing in addition. */
  readonly by?: string;
  /** The edit that keeps its meaning, for its value. */
  readonly hint: (value: Json) => string;
}

const asContact = (role: string) => () =>
  `remove it, because a catalog has no persons; the mailbox of the role can be a contact: { role: ${role}, email: … }`;

const EXPLAINED: readonly ExplainedField[] = [
  ...['Tier/price/items/*', 'Partner/contract/deviations/*/price/*'].flatMap((map) =>
    ['graduated', 'volume', 'package'].map((field) => ({
      in: map,
      field,
      by: 'flat',
      hint: () => 'only items of the type `calls` have it; write a price in the field of this type',
    })),
  ),
  ...['limits', 'quota', 'overrides'].map((field) => ({
    in: 'Partner/contract/deviations/*',
    field,
    hint: () => 'remove it: limits are those of a tier; define a tier with the field `partners` for this partner',
  })),
  ...['Partner/contacts/*', 'Programme/contacts/*'].map((map) => ({
    in: map,
    field: 'name',
    hint: () => 'remove it: a contact is a role and its mailbox, not a person',
  })),
  { in: 'Partner/organization', field: 'legalRepresentative', hint: asContact('legal') },
  { in: 'Partner/organization', field: 'dataProtectionOfficer', hint: asContact('privacy') },
  { in: 'Partner/organization', field: 'privacyManager', hint: asContact('privacy') },
  {
    in: 'Tier/price',
    field: 'subscription',
    by: 'items',
    hint: (value) =>
      itemHint({ type: 'subscription', amount: money(asMap(value).amount), per: asMap(value).per ?? 'month' }),
  },
  {
    in: 'Tier/price',
    field: 'call',
    by: 'items',
    hint: (value) => itemHint({ type: 'calls', flat: money(value) }, 'calls'),
  },
];

/** What is known about an unknown field of a map. */
export function explainedField(kind: Kind, path: Path, field: string): ExplainedField | undefined {
  return EXPLAINED.find((one) => one.field === field && isAt(one.in, [kind, ...path]));
}

/** Whether a path has the form `Tier/price`; `*` is any step. */
function isAt(form: string, path: Path): boolean {
  const steps = form.split('/');
  return steps.length === path.length && steps.every((step, index) => step === '*' || step === path[index]);
}

function itemHint(item: JsonObject, name = 'subscription'): string {
  return `write it as an item, below 'items:' in 'price': ${name}: ${flow(item)}`;
}

/** An amount of money, which was a map, as text. */
function money(value: Json | undefined): Json {
  const { amount, currency } = asMap(value);
  return amount === undefined || currency === undefined ? '0.012 EUR' : `${amount} ${currency}`;
}

function asMap(value: Json | undefined): JsonObject {
  return value !== undefined && isMap(value) ? value : {};
}
