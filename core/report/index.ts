export { errorText, internalErrorText } from './error-text';
export { FORMATS, type Format, type ReportOptions } from './options';
export { type Paint, paint } from './paint';
export { removedStacks } from './removed-stacks';
export { report } from './report';
export { watchStreams } from './streams';
export { columnsOf, visible } from './visible';
