import type { Operation } from '../openapi/definition';
import { pathProblem } from './path-problem';

/** Whether the gateway takes a method: Kong knows upper-case letters alone. */
export function isRoutableMethod(method: string): boolean {
  return /^[A-Z]{1,30}$/.test(method);
}

/** Whether there are calls that the gateway can take for an operation. */
export function isRoutable({ method, path }: Operation): boolean {
  return isRoutableMethod(method) && pathProblem(path) === undefined;
}
