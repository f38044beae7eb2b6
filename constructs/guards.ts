/**
 * What stands guard over each API of a stack: no route lets a call through before all of it is there, or after some of it
 * went. The lists live: what is put into the stack after a route guards that route too.
 */
export class Guards {
  readonly #addresses = new Map<string, string[]>();

  /** @param address of the plugin, `kong-gateway_plugin_acl.sim-swap` */
  add(api: string, address: string): void {
    const addresses = this.of(api);
    addresses.push(address);
    addresses.sort();
  }

  /** Addresses of an API's plugins, sorted; what is added later joins this very list. */
  of(api: string): string[] {
    const known = this.#addresses.get(api);
    if (known) return known;
    const addresses: string[] = [];
    this.#addresses.set(api, addresses);
    return addresses;
  }
}
