export { checksPage } from './checks-page';
export { type Colorize, colorizer } from './colors';
export { formatExplanation } from './explain';
export { formatError, formatInternalError } from './format-error';
export { FORMATS, type Format, type ReportOptions } from './options';
export { describeRemovedStacks } from './removed-stacks';
export { report } from './report';
export { watchStreams } from './streams';
export { columnsOf, visible } from './visible';
