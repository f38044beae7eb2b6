import type { Origin, Partner, PriceItem, PriceItems, Tier } from '../../model';
import { originOf } from '../../model';
import type { Facts } from '../facts';
import { where } from '../places';
import type { Block } from './block';

type Channel = NonNullable<Tier['support']>['channels'][number];

/** A block that is a support channel of a tier. */
export function channelBlock(name: string, channel: Channel): Block {
  return {
    name,
    write: `\`support.channels: [${channel}]\` in a Tier`,
    find: ({ catalog }) =>
      where(catalog.tiers, ({ support }) => support?.channels.includes(channel) === true, ['support', 'channels']),
  };
}

/** A block that is a team that represents the operator towards a partner. */
export function representativeBlock(name: string, role: keyof NonNullable<Partner['representatives']>): Block {
  return {
    name,
    write: `\`representatives.${role}\` in a Partner`,
    find: ({ catalog }) =>
      where(catalog.partners, ({ representatives }) => representatives?.[role] !== undefined, [
        'representatives',
        role,
      ]),
  };
}

/** A block that is a type of partner. */
export function partnerTypeBlock(name: string, type: Partner['type']): Block {
  return {
    name,
    write: `\`type: ${type}\` in a Partner`,
    find: ({ catalog }) => where(catalog.partners, (partner) => partner.type === type, ['type']),
  };
}

/** A block that is a requirement, which is recognised by a word in its name. */
export function requirementBlock(name: string, words: readonly string[], example: string): Block {
  return {
    name,
    write: `a requirement such as \`${example}\` in the Programme`,
    find: ({ programme }) =>
      Object.keys(programme.value.requirements ?? {})
        .filter((requirement) => requirement.split('-').some((word) => words.includes(word)))
        .map((requirement) => originOf(programme, ['requirements', requirement], 'key')),
  };
}

/** The price items of tiers and of contracts that satisfy a condition. */
export function* priceItems(
  { catalog }: Facts,
  isMet: (item: PriceItem) => boolean,
  sources: readonly ('tiers' | 'contracts')[] = ['tiers', 'contracts'],
): Iterable<Origin> {
  if (sources.includes('tiers'))
    for (const tier of catalog.tiers.values())
      for (const name of namesOf(tier.value.price?.items, isMet)) yield originOf(tier, ['price', 'items', name], 'key');
  if (sources.includes('contracts'))
    for (const partner of catalog.partners.values())
      for (const [index, { price }] of (partner.value.contract.deviations ?? []).entries())
        for (const name of namesOf(price, isMet))
          yield originOf(partner, ['contract', 'deviations', index, 'price', name], 'key');
}

function namesOf(items: PriceItems | undefined, isMet: (item: PriceItem) => boolean): readonly string[] {
  return Object.entries(items ?? {}).flatMap(([name, item]) => (isMet(item) ? [name] : []));
}

/** The entries of a map of the Programme that satisfy a condition. */
export function entriesWhere<Field extends 'levels' | 'badges' | 'feeds'>(
  { programme }: Facts,
  field: Field,
  isMet: (value: NonNullable<Facts['programme']['value'][Field]>[string]) => boolean,
): Iterable<Origin> {
  const map = (programme.value[field] ?? {}) as Readonly<Record<string, Parameters<typeof isMet>[0]>>;
  return Object.entries(map).flatMap(([name, value]) =>
    isMet(value) ? [originOf(programme, [field, name], 'key')] : [],
  );
}
