export { tierWindows, windowPath } from './tier';
export {
  mergeWindows,
  WINDOWS,
  type Window,
  type WindowConflict,
  type WindowLayer,
  type WindowLimit,
  type WindowPart,
  windowConflicts,
  windowPart,
} from './windows';
