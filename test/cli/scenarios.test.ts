import { readdirSync } from 'node:fs';
import path from 'node:path';
import { packageVersion } from '../../core/app';
import { describeSample } from '../support/repository';
import { patternOf, readScenario, type Step } from './scenario';
import { argumentsOf, Workspace } from './workspace';

const folder = path.join(__dirname, '../scenarios');
const scenarios = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ name, ...readScenario(path.join(folder, name)) }));

/** Compares a text with an expected one; on a mismatch, Jest prints their differences. */
function compare(text: string, expected: string): void {
  const withVersion = expected.replaceAll('<version>', packageVersion());
  if (!patternOf(withVersion).test(text)) expect(text).toBe(withVersion);
}

/** A scenario of the sample, which an operator may edit. */
const isOfSample = ({ steps }: (typeof scenarios)[number]) =>
  steps.some((step) => step.do === 'start' && step.from === 'catalog');

describe('scenarios', () => {
  perform(scenarios.filter((one) => !isOfSample(one)));

  test('have sentences as titles', () => {
    for (const { title } of scenarios) expect(title).toMatch(/^[A-Z].*\.$/);
  });
});

describeSample('scenarios of the sample', () => perform(scenarios.filter(isOfSample)));

function perform(selected: typeof scenarios): void {
  let workspace: Workspace;
  let snapshots: Map<string, ReadonlyMap<string, string>>;
  beforeEach(() => {
    workspace = new Workspace();
    snapshots = new Map();
  });
  afterEach(() => workspace.dispose());

  async function performStep(step: Step, asProcess: boolean): Promise<void> {
    switch (step.do) {
      case 'start':
        return workspace.start(step.from);
      case 'file':
        return workspace.write(step.path, step.text);
      case 'remove':
        return workspace.remove(step.path);
      case 'edit':
        return workspace.edit(step.path, step.old, step.fresh);
      case 'link':
        return workspace.link(step.path, step.target);
      case 'content':
        return compare(workspace.read(step.path).replace(/\n?$/, '\n'), step.text);
      case 'files':
        return expect(workspace.files(step.path)).toEqual(step.names);
      case 'snapshot':
        return void snapshots.set(step.path, workspace.contents(step.path));
      case 'unchanged':
        return expect(workspace.contents(step.path)).toEqual(snapshots.get(step.path));
      case 'run': {
        const [program, ...args] = argumentsOf(step.command);
        expect(program).toBe('gatewright');
        const ended = asProcess ? workspace.spawn(args) : await workspace.run(args);
        const { stdout, stderr, status } = step.expected;
        compare(ended.stdout, stdout);
        compare(ended.stderr, stderr);
        expect(ended.status).toBe(status);
      }
    }
  }

  test.each(selected)('$name: $title', async ({ steps, asProcess }) => {
    expect(steps.some((step) => step.do === 'run')).toBe(true);
    for (const step of steps) await performStep(step, asProcess);
  });
}
