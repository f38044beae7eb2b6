import type { Detection, Finding } from '../model';
import { checkOf } from './list';

/** What was detected, with the severity of the check that each belongs to. */
export function weigh(detections: readonly Detection[]): readonly Finding[] {
  return detections.map((detection) => ({ severity: checkOf(detection.code).severity, ...detection }));
}
