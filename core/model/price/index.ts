/** The items of a price: their amounts, and which of them prices a call. */
export { type Amount, amountsOf } from './amounts';
export {
  callPrice,
  type ItemOf,
  type NamedItem,
  overagePrice,
} from './call-price';
