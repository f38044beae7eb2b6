import { documentLabel, nameOf } from '../../../../core/load/documents/label';
import { callPositions } from '../../../../core/load/documents/positions';
import type { Json } from '../../../../core/model';

test.each<[document: Json, label: string | undefined, name: string | undefined]>([
  [{ kind: 'Tier', name: 'paid' }, "Tier 'paid'", 'tier/paid'],
  [{ kind: 'Application', partner: 'acme-bank', name: 'web' }, "Application 'web'", 'application/acme-bank/web'],
  [{ kind: 'TokenPolicy', name: 'operator-idp' }, "TokenPolicy 'operator-idp'", 'token-policy/operator-idp'],
  // Not valid: messages show what is written, and programs get no name.
  [{ kind: 'Tier', name: 'Paid Tier' }, "Tier 'Paid Tier'", undefined],
  [{ kind: 'Teir', name: 'paid' }, "Teir 'paid'", undefined],
  [{ kind: 'Application', name: 'web' }, "Application 'web'", undefined],
  [{ kind: 'Tier' }, 'Tier', undefined],
  [{ name: 'paid' }, undefined, undefined],
  [null, undefined, undefined],
  [['Tier'], undefined, undefined],
])('%j is %s for people and %s for programs', (document, label, name) => {
  expect(documentLabel(document)).toBe(label);
  expect(nameOf(document)).toBe(name);
});

test('a position in a document from TypeScript has both', () => {
  const call = { file: 'gatewright.catalog.ts', line: 3, column: 1, path: '', length: 10 };
  expect(callPositions(call, { kind: 'Tier', name: 'paid' }).at(['limits'])).toEqual({
    ...call,
    path: '/limits',
    document: "Tier 'paid'",
    documentName: 'tier/paid',
  });
});
