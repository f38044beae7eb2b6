import { originOf } from '../../model';
import type { Criterion } from '../criterion';
import { having, where } from '../places';
import type { Element } from './element';

const pipeline: Criterion = {
  id: 'pipeline',
  title: 'a use case that is an idea, in co-design or a pilot',
  write: '`stage: idea`, `co-design` or `pilot` in a UseCase',
  find: ({ catalog }) => ({
    places: where(catalog.useCases, ({ stage }) => stage !== 'live' && stage !== 'ended', ['stage']),
  }),
};

const running: Criterion = {
  id: 'running',
  title: 'a use case that is a pilot or live',
  write: '`stage: pilot` or `stage: live` in a UseCase',
  find: ({ runningUseCases }) => ({ places: where(runningUseCases, () => true, ['stage']) }),
};

const anchor: Criterion = {
  id: 'anchor',
  title: 'an anchor partner in a use case that is a pilot or live',
  write: '`partners: [{ partner: NAME, anchor: true }]` in the UseCase',
  find: ({ runningUseCases }) => ({
    places: runningUseCases.flatMap((useCase) =>
      (useCase.value.partners ?? []).flatMap(({ anchor: isAnchor }, index) =>
        isAnchor === true ? [originOf(useCase, ['partners', index, 'anchor'])] : [],
      ),
    ),
  }),
};

const businessCase: Criterion = {
  id: 'business-case',
  title: 'a business case for a use case that is a pilot or live',
  write: '`businessCase` in the UseCase',
  find: ({ runningUseCases }) => ({ places: having(runningUseCases, 'businessCase') }),
};

/** What partners build, from an idea to production. */
export const useCaseIncubation: Element = {
  id: 'use-case-incubation',
  title: 'Use-case incubation',
  criteria: [pipeline, running, anchor, businessCase],
};
