import { describeRemovedStacks } from '../../../core/report';

describe('stacks that are no longer made', () => {
  test('are nothing to report where there are none', () => {
    expect(describeRemovedStacks([], 'out')).toBe('');
  });

  test('are reported with how to destroy one of them', () => {
    expect(describeRemovedStacks(['sandbox_global'], 'out').split('\n')).toEqual([
      'stack sandbox_global is no longer made; what it holds stays on the gateway until it is destroyed',
      "       to destroy it: check out the last revision of the catalog that has it, synthesize it into 'out',",
      "       run 'terraform -chdir=out/stacks/sandbox_global init' and 'terraform -chdir=out/stacks/sandbox_global destroy', and synthesize today's catalog again",
      '',
    ]);
  });

  test('are reported with how to destroy several of them', () => {
    expect(describeRemovedStacks(['sandbox_global', 'sandbox_partners_0'], 'out').split('\n')).toEqual([
      'stack sandbox_global is no longer made; what it holds stays on the gateway until it is destroyed',
      'stack sandbox_partners_0 is no longer made; what it holds stays on the gateway until it is destroyed',
      "       to destroy them: check out the last revision of the catalog that has them, synthesize it into 'out',",
      "       run 'terraform -chdir=out/stacks/STACK init' and 'terraform -chdir=out/stacks/STACK destroy', and synthesize today's catalog again",
      '',
    ]);
  });
});
