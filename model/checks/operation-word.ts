import { exposedOperations } from '../access/served';
import { operationWord } from '../openapi/operation-word';
import { type Check, error } from './check';

/** Every operation of an API has a word of its own, which names its route. */
export const operationWords: Check = {
  code: 'operation-word',
  *find({ catalog }) {
    for (const api of catalog.apis.values()) {
      const first = new Map<string, string>();
      for (const { id } of exposedOperations(api)) {
        const word = operationWord(id);
        const other = first.get(word);
        if (other === undefined) first.set(word, id);
        else {
          yield error(
            api.at(['openapi']),
            `operations '${other}' and '${id}' of api '${api.name}' both become the route '${word}'`,
            'rename one operationId in the OpenAPI file, so that the two differ in more than case and punctuation',
          );
        }
      }
    }
  },
};
