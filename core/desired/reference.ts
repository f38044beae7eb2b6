/** What Terraform accepts as a name in an expression. */
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/**
 * A value that Terraform fills in: an attribute of a resource of the same stack, or a variable of the stack. Nothing else
 * becomes an expression in the output: text from a catalog never does, whatever characters it has (terraform/text.ts).
 */
export class Reference {
  /** The id, or another attribute, of a resource in the same stack; Terraform then makes this one after that one. */
  static to(type: string, address: string, attribute = 'id'): Reference {
    return new Reference([type, address, attribute]);
  }

  /** A variable that the stack declares. */
  static variable(name: string): Reference {
    return new Reference(['var', name]);
  }

  /** The steps as Terraform joins them by dots: `['kong-gateway_service', 'sim-swap', 'id']`, `['var', 'kong_admin_url']`. */
  readonly steps: readonly string[];

  /** Part of the interface by which cdktf knows a value that resolves itself; it would hold paths of this machine. */
  readonly creationStack: string[] = [];

  private constructor(steps: readonly string[]) {
    const wrong = steps.find((step) => !IDENTIFIER.test(step));
    if (wrong !== undefined) {
      throw new Error(
        `'${wrong}' cannot be part of a reference; a step is letters, digits, '_' and '-', and starts with a letter`,
      );
    }
    this.steps = Object.freeze(steps);
    Object.freeze(this.creationStack);
  }

  /** The expression as Terraform's JSON has it: `${kong-gateway_service.sim-swap.id}`. */
  get expression(): string {
    return `\${${this.steps.join('.')}}`;
  }

  /** What it points at: `kong-gateway_service.sim-swap`, or `var.kong_admin_url`. */
  get resource(): string {
    return this.steps.slice(0, 2).join('.');
  }

  /**
   * The reference itself, under the type that the bindings' interfaces ask for. The bindings pass it on as it is, and the
   * stack writes it as an expression.
   */
  asString(): string {
    return this as unknown as string;
  }

  /** For cdktf, which leaves values alone that know how to resolve themselves. */
  resolve(): string {
    return this.expression;
  }

  /** A reference is a whole value: text around it would be an expression that is not one reference. */
  toString(): string {
    throw new Error(`the reference ${this.steps.join('.')} cannot be joined with text; it is a whole value`);
  }
}
