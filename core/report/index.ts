export { FORMATS, type Format, type ReportOptions } from './options';
export { type Paint, paint, type Style } from './paint';
export { report } from './report';
export { columnsOf, visible } from './visible';
