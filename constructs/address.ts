/** What a logical id may be made of: the parts of an address are joined by `_`, which stands in no name. */
const ADDRESS = /^[a-z][a-z0-9-]*(_[a-z0-9-]+)*$/;

/**
 * Joins names to a logical id of Terraform: `address('acme-bank', 'checkout')` is `acme-bank_checkout`. It says what the
 * thing is, never what may change about it, so no change of the catalog or of this code moves a live entity.
 */
export function address(...names: readonly string[]): string {
  const joined = names.join('_');
  if (names.some((name) => name.includes('_')) || !ADDRESS.test(joined)) {
    throw new Error(`'${joined}' cannot be an address; its parts are lower-case words, digits and '-'`);
  }
  return joined;
}

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
