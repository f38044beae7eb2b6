import { TerraformElement, type TerraformMetaArguments } from 'cdktf';
import type { Construct } from 'constructs';
import { GatewayStack } from './gateway-stack';
import type { Block } from './resource-block';

/**
 * All resources of one type in a stack that come in numbers: consumers, credentials, entries in groups. One element writes
 * them as plain blocks, because an element for each costs ten times as much, and `for_each` over a map costs Terraform time
 * with the square of their number. (docs/adr/0005-state-in-cells.md)
 *
 * `Config` is the interface that the bindings have for the type.
 */
export class Population<Config extends TerraformMetaArguments> extends TerraformElement {
  readonly #type: string;
  readonly #blocks = new Map<string, Block>();

  /** @param type resource type, `kong-gateway_consumer` */
  constructor(scope: Construct, id: string, type: string) {
    super(scope, id);
    this.#type = type;
  }

  /**
   * Adds a resource.
   *
   * @param name logical id
   * @param owner the construct that asks, for messages
   * @throws Error when the address is taken
   */
  add(name: string, config: Config, owner: Construct): void {
    GatewayStack.of(this).claim(this.#type, name, owner);
    this.#blocks.set(name, snakeCaseKeys(config));
  }

  /** By address, so that where a document stands, or what it is renamed to, moves no line of the output. */
  #sorted(): readonly (readonly [string, Block])[] {
    return [...this.#blocks].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  override toTerraform(): unknown {
    return this.#blocks.size === 0 ? {} : { resource: { [this.#type]: Object.fromEntries(this.#sorted()) } };
  }
}

/** The bindings' names of attributes as Terraform spells them. Values are not looked into, but for Terraform's own arguments. */
function snakeCaseKeys(config: object): Block {
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      key === 'lifecycle' ? snakeCaseKeys(value) : value,
    ]),
  );
}
