export { commandLine, shellWord } from './command-line';
export { fileProblem } from './file-problem';
export { didYouMean, listOf, nearest } from './suggest';
