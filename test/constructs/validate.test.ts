import { markValid, validate } from '../../constructs/validate';
import { type Api, entriesOf, KINDS } from '../../core/model';
import { plainJson } from '../../core/model/plain-json';
import { catalogOfFiles } from '../support/programme';

const catalog = catalogOfFiles();
const api = catalog.apis.get('sim-swap')?.value as Api;

jest.mock('../../core/model/plain-json', () => {
  const actual = jest.requireActual('../../core/model/plain-json');
  return { ...actual, plainJson: jest.fn(actual.plainJson) };
});

/** How often documents are validated while a function runs. */
function validations(run: () => void): number {
  const { calls } = jest.mocked(plainJson).mock;
  const before = calls.length;
  run();
  return calls.length - before;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

describe('validate', () => {
  test('rejects a document that was changed after it had been validated', () => {
    const document = structuredClone(api) as { -readonly [Key in keyof Api]: Api[Key] };
    validate(document, 'Api');
    document.basePath = 'no-slash';
    expect(() => validate(document, 'Api')).toThrow("Api 'sim-swap' is not valid:\n  /basePath: ");
  });

  test('rejects a nested change in a document that is only frozen at the top', () => {
    const document = Object.freeze(structuredClone(api));
    validate(document, 'Api');
    (document.tiers as unknown as unknown[]).push(5);
    expect(() => validate(document, 'Api')).toThrow("Api 'sim-swap' is not valid:\n  /tiers/");
  });

  test('validates a deeply frozen document only once', () => {
    const document = deepFreeze(structuredClone(api));
    const twice = () => {
      validate(document, 'Api');
      validate(document, 'Api');
    };
    expect(validations(twice)).toBe(1);
  });

  test('does not validate the documents of a loaded catalog again', () => {
    for (const kind of KINDS) markValid(entriesOf(catalog, kind).values());
    const all = () => {
      for (const { value } of catalog.apis.values()) validate(value, 'Api');
      for (const { value } of catalog.partners.values()) validate(value, 'Partner');
      for (const { value } of catalog.environments.values()) validate(value, 'Environment');
    };
    expect(validations(all)).toBe(0);
  });

  test('validates a document that is not frozen even if it is marked as valid', () => {
    const document = { ...structuredClone(api), basePath: 'no-slash' };
    markValid([{ value: document }] as never);
    expect(() => validate(document, 'Api')).toThrow('is not valid');
  });
});
