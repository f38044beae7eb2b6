import { catalogOfFiles } from '../support/programme';
import { stacksOf } from '../support/synthesis';
import { RealProvider } from '../support/terraform/provider';

const stacks = Object.entries(stacksOf(catalogOfFiles()));
const [, anyStack = {}] = stacks[0] ?? [];
const provider = new RealProvider(anyStack);
afterAll(() => provider.remove());

const describeWithProvider = (name: string, tests: () => void) =>
  provider.missing === undefined
    ? describe(name, tests)
    : describe.skip(`${name} [skipped: ${provider.missing}]`, tests);

describeWithProvider('the real provider', () => {
  test.each(stacks)('accepts %s', (name, stack) => {
    expect(provider.validate(name, stack)).toBe('');
  });

  test.each(stacks)('plans to create every resource of %s', (name, stack) => {
    const resources = Object.values(stack.resource ?? {}).flatMap((byName) => Object.keys(byName));
    expect(provider.plan(name, stack)).toBe(resources.length);
  });

  test('rejects an invalid resource', () => {
    const resource = { 'kong-gateway_service': { a: { host: 'a.example', port: 'many' } } };
    expect(provider.validate('wrong', { ...anyStack, resource })).toContain('a number is required');
  });
});
