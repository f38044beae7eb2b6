/**
 * What guards each API of a stack: its plugins, and the routes that refuse. No route lets a call through before all of it is there,
 * or after some of it went. The lists are live: what is put into the stack after a route guards that route too.
 */
export class Guards {
  readonly #addresses = new Map<string, Set<string>>();
  readonly #lists = new Map<string, string[][]>();

  /** @param address of the plugin or route, `kong-gateway_plugin_acl.sim-swap` */
  add(api: string, address: string): void {
    this.#addressesOf(api).add(address);
    for (const list of this.#lists.get(api) ?? []) {
      list.push(address);
      list.sort();
    }
  }

  /**
   * Addresses of an API's guards, sorted; what is added later joins this very list.
   *
   * @param more addresses that are in this list alone
   */
  of(api: string, more: readonly string[] = []): string[] {
    const list = [...this.#addressesOf(api), ...more].sort();
    this.#lists.set(api, [...(this.#lists.get(api) ?? []), list]);
    return list;
  }

  #addressesOf(api: string): Set<string> {
    const known = this.#addresses.get(api) ?? new Set();
    this.#addresses.set(api, known);
    return known;
  }
}
