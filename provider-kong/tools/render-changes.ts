import type { SchemaChange } from './changes';

const SIGN = { added: '+', removed: '-', changed: '~' } as const;

/** Changes as text: a resource per paragraph, an attribute per line, signs as in a Terraform plan. */
export function renderChanges(changes: readonly SchemaChange[]): string {
  if (changes.length === 0) return 'nothing changed in the resources used\n';
  const width = Math.max(...changes.map(({ path }) => path.length));
  const resources = [...new Set(changes.map(({ resource }) => resource))];
  return resources
    .map((resource) => {
      const own = changes.filter((change) => change.resource === resource);
      const whole = own.find(({ path, kind }) => path === '' && kind !== 'changed');
      if (whole) return `${SIGN[whole.kind]} ${resource}\n`;
      const lines = own.map(({ kind, path, detail }) => `    ${SIGN[kind]} ${path.padEnd(width)}  ${detail}`);
      return `~ ${resource}\n${lines.join('\n')}\n`;
    })
    .join('');
}
