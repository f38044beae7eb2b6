/** The fields that the schemas of the kinds allow, and the values that a document has in them. */
export { type Field, fieldsOf } from './fields';
export { type SetBy, setBy, setterOf } from './set-by';
export { type FoundValue, valuesAt } from './values-at';
