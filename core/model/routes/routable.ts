import type { Operation } from '../openapi/definition';
import { pathProblem } from './path-problem';

/** Whether the gateway can route a method: Kong accepts only upper-case letters. */
export function isRoutableMethod(method: string): boolean {
  return /^[A-Z]{1,30}$/.test(method);
}

/** Whether the gateway can route calls of an operation. */
export function isRoutable({ method, path }: Operation): boolean {
  return isRoutableMethod(method) && pathProblem(path) === undefined;
}
