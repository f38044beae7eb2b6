/**
 * The addresses that are in use in one stack. cdktf silently merges two elements with the same address, which loses one of them; here
 * a duplicate is an error.
 */
export class Claims {
  readonly #owners = new Map<string, string>();

  /** @param stack name of the stack, for messages */
  constructor(private readonly stack: string) {}

  /**
   * Claims an address.
   *
   * @param type resource type: `kong-gateway_consumer`
   * @param owner path of the construct that claims it
   * @throws Error if the address is already in use
   */
  claim(type: string, name: string, owner: string): void {
    const key = `${type}.${name}`;
    const holder = this.#owners.get(key);
    if (holder !== undefined) {
      throw new Error(
        `'${key}' is defined twice in stack '${this.stack}': by '${holder}' and by '${owner}'; remove or rename one of them`,
      );
    }
    this.#owners.set(key, owner);
  }

  /** Number of addresses in use. */
  get size(): number {
    return this.#owners.size;
  }

  /** Whether an address is in use. */
  has(type: string, name: string): boolean {
    return this.#owners.has(`${type}.${name}`);
  }
}
