/**
 * The addresses of one stack. cdktf merges two elements of one address without a word, so that one of them is lost:
 * a second claim is an error here.
 */
export class Claims {
  readonly #owners = new Map<string, string>();

  /** @param stack name of the stack, for messages */
  constructor(private readonly stack: string) {}

  /**
   * Takes an address.
   *
   * @param type resource type: `kong-gateway_consumer`
   * @param owner path of the construct that asks
   * @throws Error when it is taken
   */
  take(type: string, name: string, owner: string): void {
    const key = `${type}.${name}`;
    const holder = this.#owners.get(key);
    if (holder !== undefined) {
      throw new Error(
        `'${key}' is made twice in stack '${this.stack}': by '${holder}' and by '${owner}'; remove one of them or give it another name`,
      );
    }
    this.#owners.set(key, owner);
  }

  /** How many addresses are taken. */
  get size(): number {
    return this.#owners.size;
  }

  /** Whether an address is taken. */
  has(type: string, name: string): boolean {
    return this.#owners.has(`${type}.${name}`);
  }
}
