import { compareWithOutput } from '../../../core/checks';
import type { PreviousOutput } from '../../../core/model';
import { AS_OF, catalogOfFiles, edited, programmeFiles } from '../../support/programme';

const files = programmeFiles();
const STACKS = Object.fromEntries(
  ['production', 'sandbox', 'staging'].map((name) => [
    name,
    { shards: name === 'sandbox' ? 3 : 0, apis: { 'sim-swap': `${name}_apis_identity` } },
  ]),
);
const found = (previous: PreviousOutput, ...changes: Parameters<typeof edited>[1][]) =>
  compareWithOutput(catalogOfFiles(edited(files, ...changes)), AS_OF, previous);

test('reports nothing if nothing changed', () => {
  expect(found(STACKS)).toEqual([]);
});

describe('a changed number of shards', () => {
  test('is a warning at that number', () => {
    expect(found(STACKS, ['environments.yaml', 'shards: 3', 'shards: 4'])).toEqual([
      expect.objectContaining({
        code: 'shards-differ-from-output',
        severity: 'warning',
        message: expect.stringContaining(
          "partners.shards of environment 'sandbox' is 4, but was 3 in the previous output; partners that move",
        ),
        hint: 'write `shards: 3` again, unless nothing of the environment has been applied yet',
        at: expect.objectContaining({ file: 'catalog/environments.yaml', line: 28, path: '/partners/shards' }),
      }),
    ]);
  });

  test('is reported only for environments of the previous output that had shards', () => {
    const { sandbox: _, ...others } = STACKS;
    expect(found(others, ['environments.yaml', 'shards: 3', 'shards: 4'])).toEqual([]);
  });
});

describe('a changed domain of an API', () => {
  const moved = ['sim-swap.yaml', 'domain: identity', 'domain: communication'] as const;

  test('is a warning at the domain, for each environment', () => {
    const warnings = found(STACKS, moved);
    expect(warnings.map(({ message }) => message.replace(/;.*/, ''))).toEqual(
      ['production', 'sandbox', 'staging'].map(
        (name) =>
          `api 'sim-swap' is in stack '${name}_apis_communication', but was in '${name}_apis_identity' in the previous output`,
      ),
    );
    expect(warnings[0]).toMatchObject({
      code: 'api-changed-stack',
      severity: 'warning',
      hint: "apply 'production_apis_identity' with `lifecycle: retired` first, then change the domain and publish the API again",
      at: { file: 'catalog/sim-swap.yaml', line: 4, path: '/domain' },
    });
  });

  test('is not reported for an API that is no longer served', () => {
    expect(found(STACKS, moved, ['sim-swap.yaml', 'lifecycle: published', 'lifecycle: retired'])).toEqual([]);
  });

  test('is not reported for an API that the catalog no longer has', () => {
    expect(found({ sandbox: { shards: 3, apis: { former: 'sandbox_apis_identity' } } })).toEqual([]);
  });
});
