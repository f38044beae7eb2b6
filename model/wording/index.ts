export { didYouMean, listOf, nearest } from './suggest';
