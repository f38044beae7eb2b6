import { describeRemovedStacks } from '../../../core/report';

describe('describeRemovedStacks', () => {
  test('returns an empty text if no stack was removed', () => {
    expect(describeRemovedStacks([], 'out')).toBe('');
  });

  test('explains how to destroy one removed stack', () => {
    expect(describeRemovedStacks(['sandbox_global'], 'out').split('\n')).toEqual([
      'stack sandbox_global is no longer in the output; its entities stay on the gateway until you destroy them',
      "       to destroy it: check out the last revision of the catalog with it, run synth into 'out',",
      "       run 'terraform -chdir=out/stacks/sandbox_global init' and 'terraform -chdir=out/stacks/sandbox_global destroy', then run synth on the current catalog",
      '',
    ]);
  });

  test('explains how to destroy several removed stacks', () => {
    expect(describeRemovedStacks(['sandbox_global', 'sandbox_partners_0'], 'out').split('\n')).toEqual([
      'stack sandbox_global is no longer in the output; its entities stay on the gateway until you destroy them',
      'stack sandbox_partners_0 is no longer in the output; its entities stay on the gateway until you destroy them',
      "       to destroy them: check out the last revision of the catalog with them, run synth into 'out',",
      "       run 'terraform -chdir=out/stacks/STACK init' and 'terraform -chdir=out/stacks/STACK destroy', then run synth on the current catalog",
      '',
    ]);
  });
});
