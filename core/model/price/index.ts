export { type Amount, amountsOf } from './amounts';
export {
  callPrice,
  type ItemOf,
  type NamedItem,
  overagePrice,
  SPECIFICITIES,
  type Specificity,
  specificityOf,
} from './call-price';
