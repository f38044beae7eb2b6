import { anyUnread } from '../../model/catalog/entries';
import { type Check, found } from '../check';
import { firstDocument } from './shared/first-document';

export const noEnvironment: Check<'no-environment'> = {
  code: 'no-environment',
  severity: 'error',
  per: 'catalog',
  summary: 'The catalog has documents, but no environment.',
  rationale: 'the output would be empty, and the stacks of earlier environments would disappear from it',
  fix: 'Write a document of kind `Environment`. To retire an environment, destroy its stacks first.',
  waivable: false,
  examples: {
    avoid: {
      commands:
        'find . -type f ! -name "Programme*" -delete && printf "kind: Team\\nname: identity-apis\\ntitle: Identity APIs\\nemail: identity-apis@operator.example\\n" > team.yaml',
    },
    prefer: '',
  },
  *find({ catalog }) {
    if (catalog.environments.size > 0 || anyUnread(catalog, 'Environment')) return;
    const first = firstDocument(catalog);
    if (first === undefined) return;
    yield found(
      first,
      'the catalog has documents, but no environment, so the output would be empty',
      'write a document with `kind: Environment`; to remove an environment from its gateway, destroy its stacks first',
    );
  },
};
