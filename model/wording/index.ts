export { fileProblem } from './file-problem';
export { didYouMean, listOf, nearest } from './suggest';
