import { type Criterion, contactFor, everyOne } from '../criterion';
import { having } from '../places';
import type { Element } from './element';

/** The address of the portal. */
export const portal: Criterion = {
  id: 'portal',
  title: 'the address of a portal',
  write: '`portal.url` in the Programme',
  find: ({ catalog }) => ({ places: having(catalog.programmes, 'portal') }),
};

const guides: Criterion = {
  id: 'guides',
  title: 'documentation of every published API in production',
  write: '`documentation` in the Api',
  find: ({ publishedApis }) =>
    everyOne(publishedApis, ({ documentation }) => documentation !== undefined, ['documentation']),
};

const valuePropositions: Criterion = {
  id: 'value-propositions',
  title: 'a value proposition for every published API in production',
  write: '`valueProposition` in the Api',
  find: ({ publishedApis }) =>
    everyOne(publishedApis, ({ valueProposition }) => valueProposition !== undefined, ['valueProposition']),
};

/** The changes of every published API in production. */
export const changelogs: Criterion = {
  id: 'changelogs',
  title: 'a changelog of every published API in production',
  write: '`changelog` in the Api',
  find: ({ publishedApis }) => everyOne(publishedApis, ({ changelog }) => changelog !== undefined, ['changelog']),
};

/** A contact to which developers turn. */
export const developerContact: Criterion = {
  id: 'developer-contact',
  title: 'a contact for developers',
  write: '`contacts` with the role `technical` or `support` in the Programme',
  find: contactFor('technical', 'support'),
};

/** What developers read before and after they call an API. */
export const documentationAndPortal: Element = {
  id: 'documentation-and-portal',
  title: 'Documentation and portal',
  criteria: [portal, guides, valuePropositions, changelogs, developerContact],
};
