import type { Application, NamedValue, OwnedApplication, Partner } from '../../../../core/model';
import { partiesOf } from '../../../../core/model';

/** Partners by name, each with the reseller that it buys through. */
function partners(resellers: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, NamedValue<Partner>> {
  return new Map(
    Object.entries(resellers).map(([name, reseller]) => [name, { name, value: { name, reseller } as Partner }]),
  );
}

function parties(resellers: Readonly<Record<string, string | undefined>>, partner: string, onBehalfOf?: string) {
  const known = partners(resellers);
  const value = { name: 'shop', title: 'Shop', ...(onBehalfOf && { onBehalfOf }) } as Application;
  const application = { id: `${partner}_shop`, name: 'shop', value, partner: known.get(partner) } as OwnedApplication;
  const { owner, resellers: found } = partiesOf(known, application);
  return [owner.name, ...found.map(({ name }) => name)];
}

test.each<[string, readonly string[], Readonly<Record<string, string | undefined>>, string, string?]>([
  ['a partner that buys directly has no reseller', ['acme'], { acme: undefined }, 'acme'],
  ['a partner buys through its reseller', ['acme', 'hub'], { acme: 'hub', hub: undefined }, 'acme'],
  [
    'a chain is listed from the nearest reseller up',
    ['acme', 'hub', 'top'],
    { acme: 'hub', hub: 'top', top: undefined },
    'acme',
  ],
  ['a reseller runs an application for its owner', ['acme', 'hub'], { acme: undefined, hub: undefined }, 'hub', 'acme'],
  [
    'the resellers of an application are those of the partner that runs it, not those of its owner',
    ['acme', 'hub', 'top'],
    { acme: 'other', hub: 'top', top: undefined, other: undefined },
    'hub',
    'acme',
  ],
  ['a reseller that does not exist is omitted', ['acme'], { acme: 'hbu', hub: undefined }, 'acme'],
  [
    'the partner is the owner if the named owner does not exist',
    ['hub', 'top'],
    { hub: 'top', top: undefined },
    'hub',
    'acmme',
  ],
  ['a partner is not its own reseller', ['acme'], { acme: 'acme' }, 'acme'],
  ['a cycle ends before its first repetition', ['acme', 'hub', 'top'], { acme: 'hub', hub: 'top', top: 'hub' }, 'acme'],
  ['a cycle through the owner ends at the owner', ['acme', 'hub'], { acme: 'hub', hub: 'acme' }, 'acme'],
  ['an application of a partner on behalf of itself has no reseller', ['acme'], { acme: undefined }, 'acme', 'acme'],
])('%s', (...[, expected, resellers, partner, onBehalfOf]) => {
  expect(parties(resellers, partner, onBehalfOf)).toEqual(expected);
});
