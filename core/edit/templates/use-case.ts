import { schemaLine, titleOf } from './file';

/** The values of a new UseCase document. */
export interface UseCaseTemplate {
  readonly name: string;
  readonly owner: string;
  /** At least one. */
  readonly apis: readonly string[];
  readonly partners: readonly { readonly partner: string; readonly anchor: boolean }[];
  readonly stage: string;
  /** Path from the document to the folder of schemas. */
  readonly schemas: string | undefined;
}

/** A new UseCase document. */
export function useCaseDocument(useCase: UseCaseTemplate): string {
  const { name, owner, apis, partners, stage, schemas } = useCase;
  return `${schemaLine(schemas)}kind: UseCase
name: ${name}
title: ${titleOf(name)}
problem: Describe the problem that it solves. # in a sentence that partners understand
apis: [${apis.join(', ')}]
${partnersItem(partners)}stage: ${stage} # idea, co-design, pilot, live or ended
owner: ${owner} # our team for this use case
`;
}

function partnersItem(partners: UseCaseTemplate['partners']): string {
  if (partners.length === 0)
    return '# partners: [{ partner: acme-bank, anchor: true }] # an anchor develops it with us, and others follow\n';
  const items = partners.map(({ partner, anchor }) => `  - { partner: ${partner}${anchor ? ', anchor: true' : ''} }\n`);
  return `partners: # an anchor develops it with us, and others follow\n${items.join('')}`;
}
