import { didYouMean, formatDocumentName, KIND_WORDS, type Kind, parseDocumentName } from '../../../../core/model';
import { documentsOf } from '../../../../core/model/catalog/entries';
import { programme } from '../../checks/catalog/programme';

test.each<[kind: Kind, name: string, written: string]>([
  ['Api', 'sim-swap', 'api/sim-swap'],
  ['Tier', 'paid', 'tier/paid'],
  ['Partner', 'acme-bank', 'partner/acme-bank'],
  ['Application', 'acme-bank_checkout', 'application/acme-bank/checkout'],
  ['Environment', 'production', 'environment/production'],
  ['Team', 'identity-apis', 'team/identity-apis'],
  ['Programme', 'northwind', 'programme/northwind'],
  ['ContractTemplate', 'standard', 'contract-template/standard'],
  ['UseCase', 'safe-transfers', 'use-case/safe-transfers'],
  ['TokenPolicy', 'operator-idp', 'token-policy/operator-idp'],
  ['RateLimitPolicy', 'protect-upstream', 'rate-limit-policy/protect-upstream'],
])('the %s %s is written %s, and read again', (kind, name, written) => {
  expect(formatDocumentName(kind, name)).toBe(written);
  expect(parseDocumentName(written)).toEqual({ ok: true, kind, name });
});

test.each([
  ['sim-swap', 'form', 'sim-swap'],
  ['', 'form', ''],
  ['Api/sim-swap', 'kind', 'Api'],
  ['apis/sim-swap', 'kind', 'apis'],
  ['/sim-swap', 'kind', ''],
  [' api/sim-swap', 'kind', ' api'],
  ['constructor/sim-swap', 'kind', 'constructor'],
  ['api/', 'name', ''],
  ['api/Sim-Swap', 'name', 'Sim-Swap'],
  ['api/sim-swap ', 'name', 'sim-swap '],
  ['api/sim-swap/check', 'name', 'sim-swap/check'],
  ['application/checkout', 'name', 'checkout'],
  ['application/acme-bank_checkout', 'name', 'acme-bank_checkout'],
  ['application/acme-bank/checkout/x', 'name', 'acme-bank/checkout/x'],
  ['application//checkout', 'name', '/checkout'],
])('%j is not the name of a document: its %s is %j', (text, problem, found) => {
  expect(parseDocumentName(text)).toEqual({ ok: false, problem, found });
});

test('a wrong kind has a suggestion', () => {
  const parsed = parseDocumentName('tokenpolicy/operator-idp');
  expect(parsed.ok ? '' : didYouMean(parsed.found, KIND_WORDS, 'kinds')).toContain("did you mean 'token-policy'?");
});

test('every document of a catalog has a name of its own, which is read as its kind and name', () => {
  const names = [...documentsOf(programme())].map(({ kind, entry }) => {
    const name = 'id' in entry ? String(entry.id) : entry.name;
    const written = formatDocumentName(kind, name);
    expect(parseDocumentName(written)).toEqual({ ok: true, kind, name });
    return written;
  });
  expect(new Set(names).size).toBe(names.length);
});
