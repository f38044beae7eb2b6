import type { Detection, Finding } from '../model';
import { checkOf } from './list';

/** Detections as findings: each with the severity of its check. */
export function withSeverity(detections: readonly Detection[]): readonly Finding[] {
  return detections.map((detection) => ({ ...detection, severity: checkOf(detection.code).severity }));
}
