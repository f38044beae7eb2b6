import { TerraformElement } from 'cdktf';
import type { Construct } from 'constructs';
import { GatewayStack } from './gateway-stack';

/** Content of a resource, by attribute as Terraform spells it. Values are plain data and references. */
export type Block = Readonly<Record<string, unknown>>;

/**
 * One resource written as it is. Plugins are made with it: their settings are JSON that was checked against Kong's own
 * schema, and the bindings would want every key of it in another spelling and give it back in this one.
 */
export class ResourceBlock extends TerraformElement {
  readonly #type: string;
  readonly #name: string;
  readonly #block: Block;

  /**
   * @param type resource type, `kong-gateway_plugin_acl`
   * @param name logical id
   * @throws Error when the address is taken
   */
  constructor(scope: Construct, id: string, type: string, name: string, block: Block) {
    super(scope, id);
    GatewayStack.of(this).claim(type, name, this);
    this.#type = type;
    this.#name = name;
    this.#block = block;
  }

  override toTerraform(): unknown {
    return { resource: { [this.#type]: { [this.#name]: this.#block } } };
  }
}
