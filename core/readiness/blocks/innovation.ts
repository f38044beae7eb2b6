import { isServedInAny } from '../facts';
import { where } from '../places';
import type { Category } from './block';

/** Where new things start. */
export const innovation: Category = {
  id: 'innovation',
  title: 'Innovation',
  blocks: [
    {
      name: 'Innovation Ideas',
      write: '`stage: idea` in a UseCase',
      find: ({ catalog }) => where(catalog.useCases, ({ stage }) => stage === 'idea', ['stage']),
    },
    {
      name: 'Labs Environment',
      write: '`lifecycle: preview` and the upstream of a sandbox in `upstreams`, in an Api',
      find: ({ catalog, sandboxes }) =>
        where(
          [...catalog.apis.values()].filter((api) => isServedInAny(api, sandboxes)),
          ({ lifecycle }) => lifecycle === 'preview',
          ['lifecycle'],
        ),
    },
    {
      name: 'Proof of Concept (POC) Program',
      write: '`stage: pilot` in a UseCase',
      find: ({ catalog }) => where(catalog.useCases, ({ stage }) => stage === 'pilot', ['stage']),
    },
  ],
};
