import { validateResource } from '@cdktf/provider-kong/schema';
import {
  Annotations,
  DISABLE_STACK_TRACE_IN_METADATA,
  TerraformBackend,
  TerraformElement,
  TerraformStack,
} from 'cdktf';
import type { Construct } from 'constructs';
import { Claims } from './address';
import { attributeProblems } from './attributes';
import { mergeFragment, type TerraformJson } from './fragment';
import { Guards } from './guards';
import type { Reference } from './reference';
import { terraformValue } from './text';

const MARK = Symbol.for('gatewright.GatewayStack');

/**
 * A stack whose output is data: what the gateway is to have, no program. It is cdktf's stack with four differences.
 * Every string is text and only a {@link Reference} is an expression (text.ts); two elements of one address are an error;
 * every resource is held against the provider's schema and the list of attributes that are always written; and the output
 * says nothing about where, when or with which version of a tool it was made.
 */
export class GatewayStack extends TerraformStack {
  /** The addresses of this stack's resources. */
  readonly claims: Claims;
  /** The plugins that routes of this stack wait for. */
  readonly guards = new Guards();
  readonly #facts = new Map<string, string>();
  #fromCatalog = false;
  #byHand = 0;

  constructor(scope: Construct, name: string) {
    super(scope, name);
    Object.defineProperty(this, MARK, { value: true });
    // Remarks would else carry paths of this machine into the manifest.
    this.node.setContext(DISABLE_STACK_TRACE_IN_METADATA, true);
    this.claims = new Claims(name);
  }

  /**
   * The stack that a construct stands in.
   *
   * @throws Error when it is not a GatewayStack: in another stack, catalog text would be evaluated by Terraform
   */
  static override of(construct: Construct): GatewayStack {
    const stack = TerraformStack.of(construct);
    if (MARK in stack) return stack as unknown as GatewayStack;
    throw new Error(
      `'${construct.node.path}' stands in the stack '${stack.node.id}', which is not a GatewayStack; make the stack with gatewright/stacks`,
    );
  }

  /** Writes a fact about the stack into its output, as a comment that Terraform passes over. */
  remark(name: string, value: string): void {
    this.#facts.set(name, value);
  }

  /** Runs the code that fills the stack from a checked catalog. What is put into the stack otherwise was made by hand. */
  fillFromCatalog(fill: () => void): void {
    this.#fromCatalog = true;
    try {
      fill();
    } finally {
      this.#fromCatalog = false;
    }
  }

  /** Takes an address for a resource; see {@link Claims.take}. */
  claim(type: string, name: string, owner: Construct): void {
    this.claims.take(type, name, owner.node.path);
    if (!this.#fromCatalog) this.#byHand += 1;
  }

  /** How many resources did not come from a checked catalog: no check, review or drift report knows them. */
  get resourcesByHand(): number {
    return this.#byHand;
  }

  /** cdktf resolves its tokens here; there are none in this stack, and text that looks like one must stay as it is. */
  override prepareStack(): void {
    this.ensureBackendExists();
    if (this.#byHand > 0) Annotations.of(this).addWarning(byHandWarning(this.node.id, this.#byHand));
  }

  override ensureBackendExists(): TerraformBackend {
    const backend = this.node.findAll().find((node) => TerraformBackend.isBackend(node));
    // cdktf would write a path of this machine.
    if (!backend) throw new Error(`stack '${this.node.id}' says nowhere where its state is kept; add a backend`);
    return backend as TerraformBackend;
  }

  /**
   * The stack as Terraform's JSON.
   *
   * @throws Error naming every resource that is wrong
   */
  override toTerraform(): TerraformJson {
    const references = new Set<Reference>();
    const output: Record<string, unknown> & TerraformJson = { '//': this.#comment() };
    for (const element of this.node.findAll()) {
      if (!TerraformElement.isTerraformElement(element)) continue;
      const fragment = this.#write(element, (reference) => references.add(reference));
      mergeFragment(output, fragment, this.node.id);
    }
    const problems = [...danglingReferences(output, references), ...resourceProblems(output)];
    if (problems.length > 0) {
      throw new Error(`stack '${this.node.id}' cannot be written:\n  ${problems.join('\n  ')}`);
    }
    return output;
  }

  /** Overrides would go around the door that keeps text from being evaluated. */
  override addOverride(path: string): never {
    throw new Error(
      `'${path}' of stack '${this.node.id}' cannot be overridden; put an element into the stack that writes it`,
    );
  }

  override toHclTerraform(): never {
    throw new Error(`stack '${this.node.id}' is written as JSON only; leave the option for HCL out`);
  }

  #write(element: TerraformElement, onReference: (reference: Reference) => void): TerraformJson {
    try {
      return terraformValue(withoutComments(element.toTerraform()), onReference) as TerraformJson;
    } catch (error) {
      throw new Error(`'${element.node.path}': ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** The form is cdktf's, as its CLI reads it, without version and paths. */
  #comment(): Record<string, unknown> {
    return { metadata: { stackName: this.node.id }, gatewright: Object.fromEntries(this.#facts) };
  }
}

/** What is said of a stack that holds resources which do not come from a catalog. */
export function byHandWarning(stack: string, resources: number): string {
  const many = resources === 1 ? 'a resource that was' : `${resources} resources that were`;
  return `stack '${stack}' holds ${many} made by hand: no check, review or drift report knows of them`;
}

/** cdktf comments each resource with its path in this program, which is nothing to the gateway. */
function withoutComments(fragment: TerraformJson): TerraformJson {
  if (!fragment.resource) return fragment;
  const resource = mapValues(fragment.resource, (byName) =>
    mapValues(byName, (attributes) => ({ ...(attributes as object), '//': undefined })),
  );
  return { ...fragment, resource };
}

function* danglingReferences(output: TerraformJson, references: ReadonlySet<Reference>): Generator<string> {
  for (const { steps } of references) {
    const [type = '', name = ''] = steps;
    const exists = type === 'var' ? output.variable?.[name] : output.resource?.[type]?.[name];
    if (exists === undefined) yield `the reference ${steps.join('.')} points at nothing in this stack`;
  }
}

function* resourceProblems(output: TerraformJson): Generator<string> {
  for (const [type, byName] of Object.entries(output.resource ?? {})) {
    for (const [name, attributes] of Object.entries(byName)) {
      for (const { path, message } of validateResource(type, attributes)) yield `${type}.${name} ${path}: ${message}`;
      for (const message of attributeProblems(type, attributes)) yield `${type}.${name}: ${message}`;
    }
  }
}

function mapValues<T, R>(object: Readonly<Record<string, T>>, map: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}
