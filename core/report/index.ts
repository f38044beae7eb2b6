export { checksPage } from './checks-page';
export { type Colorize, colorizer } from './colors';
export { formatError, formatInternalError } from './error-text';
export { explanation } from './explain';
export { FORMATS, type Format, type ReportOptions } from './options';
export { describeRemovedStacks } from './removed-stacks';
export { report } from './report';
export { watchStreams } from './streams';
export { columnsOf, visible } from './visible';
