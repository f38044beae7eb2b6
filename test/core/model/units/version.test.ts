import valid from 'semver/functions/valid';
import { kindSchema, memberSchema, resolved } from '../../../../core/model/schemas';
import { validatorErrors } from '../../../../core/model/validation/validator';

const place = memberSchema(kindSchema('Tier'), 'version');
const allowed = (text: string) => place !== undefined && validatorErrors(resolved(place), text, 1).length === 0;

test.each([
  '0.0.0',
  '10.20.30',
  '1.0.0-0',
  '1.0.0-rc.1',
  '1.0.0-alpha.beta-2.10',
  '1.0.0-0a.00-1',
  `${'9'.repeat(15)}.0.0`,
])("'%s' is a version, and semver reads it", (text) => {
  expect([allowed(text), valid(text)]).toEqual([true, text]);
});

test.each(['1.0', '01.0.0', '1.0.0-', '1.0.0-01', '1.0.0-a..b', '1.0.0-a_b', `${'9'.repeat(20)}.0.0`])(
  "'%s' is not a version, and semver refuses it",
  (text) => {
    expect([allowed(text), valid(text)]).toEqual([false, null]);
  },
);

test('rejects a version with a build part, which has no order', () => {
  expect(allowed('1.0.0+build')).toBe(false);
});
