import { operationWord } from '../openapi/operation-word';

/**
 * The name of the gateway's route of one operation: `sim-swap_check-sim-swap`. Plugins know by it which operation a call is.
 *
 * @param operation the operationId
 */
export function routeName(api: string, operation: string): string {
  return `${api}_${operationWord(operation)}`;
}
