import { TerraformBackend } from 'cdktf';
import type { Construct } from 'constructs';
import { backendAttributes, backendOf } from '../core/desired';
import type { Environment } from '../core/model';

/** The backend of one stack, which stores its state. */
export class StateBackend extends TerraformBackend {
  readonly #attributes: Readonly<Record<string, unknown>>;

  /**
   * @param stack name of the stack
   * @param stateFolder folder of local state, relative to the stack's folder
   */
  constructor(scope: Construct, environment: Environment, stack: string, stateFolder: string) {
    const backend = backendOf(environment);
    super(scope, 'backend', backend.type);
    this.#attributes = backendAttributes(backend, stack, stateFolder);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.#attributes };
  }

  override getRemoteStateDataSource(): never {
    throw new Error('stacks do not read the state of other stacks; ids are computed from names');
  }
}
