/** A name that Terraform accepts in an expression. */
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/**
 * A value that Terraform resolves: an attribute of a resource of the same stack, or a variable of the stack. Nothing else becomes an
 * expression in the output; text from a catalog never does, whatever it contains (terraform/text.ts).
 */
export class Reference {
  /** Refers to the id or another attribute of a resource in the same stack, which Terraform then creates first. */
  static to(type: string, address: string, attribute = 'id'): Reference {
    return new Reference([type, address, attribute]);
  }

  /** Refers to a variable that the stack declares. */
  static variable(name: string): Reference {
    return new Reference(['var', name]);
  }

  /** The names that Terraform joins by dots: `['kong-gateway_service', 'sim-swap', 'id']`, `['var', 'kong_admin_url']`. */
  readonly steps: readonly string[];

  /** Required by cdktf's interface for resolvable values; empty, because it would contain paths of this machine. */
  readonly creationStack: string[] = [];

  private constructor(steps: readonly string[]) {
    const invalid = steps.find((step) => !IDENTIFIER.test(step));
    if (invalid !== undefined) {
      throw new Error(
        `'${invalid}' is not valid in a reference; names start with a letter and may contain letters, digits, '_' and '-'`,
      );
    }
    this.steps = Object.freeze(steps);
    Object.freeze(this.creationStack);
  }

  /** The expression in Terraform's JSON syntax: `${kong-gateway_service.sim-swap.id}`. */
  get expression(): string {
    return `\${${this.steps.join('.')}}`;
  }

  /** The resource or variable that it refers to: `kong-gateway_service.sim-swap`, or `var.kong_admin_url`. */
  get resource(): string {
    return this.steps.slice(0, 2).join('.');
  }

  /**
   * The reference itself, cast to the type that the bindings' interfaces require. The bindings pass it through, and the stack writes
   * it as an expression.
   */
  asString(): string {
    return this as unknown as string;
  }

  /** Called by cdktf to resolve the value. */
  resolve(): string {
    return this.expression;
  }

  /** Throws: a reference has to be a complete value, because references within text are not supported. */
  toString(): string {
    throw new Error(`the reference ${this.steps.join('.')} cannot be used within text; pass it as a complete value`);
  }
}
