import { TerraformBackend } from 'cdktf';
import type { Construct } from 'constructs';
import { backendAttributes, backendOf } from '../core/desired';
import type { Environment } from '../core/model';

/** Where the state of one stack is kept. */
export class StateBackend extends TerraformBackend {
  readonly #attributes: Readonly<Record<string, unknown>>;

  /**
   * @param stack name of the stack
   * @param stateFolder folder for local state, relative to the stack's folder
   */
  constructor(scope: Construct, environment: Environment, stack: string, stateFolder: string) {
    const settings = backendOf(environment);
    super(scope, 'backend', settings.type);
    this.#attributes = backendAttributes(settings, stack, stateFolder);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.#attributes };
  }

  override getRemoteStateDataSource(): never {
    throw new Error('no stack reads the state of another; ids are computed from names');
  }
}
