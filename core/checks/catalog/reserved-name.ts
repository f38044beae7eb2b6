import { type Check, error } from './check';

/** What is global in an environment has this word in the place where an API's name stands. */
const RESERVED = 'global';

/** No API has a name that addresses at the gateway need for something else. */
export const reservedName: Check = {
  code: 'reserved-name',
  *find({ catalog }) {
    const api = catalog.apis.get(RESERVED);
    if (!api) return;
    const hint = 'it is the name of what holds for all APIs of an environment; take another';
    yield error(api.at(['name']), `api '${RESERVED}' has a reserved name`, hint);
  },
};
