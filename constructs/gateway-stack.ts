import {
  Annotations,
  DISABLE_STACK_TRACE_IN_METADATA,
  TerraformBackend,
  TerraformElement,
  TerraformResource,
  TerraformStack,
} from 'cdktf';
import type { Construct } from 'constructs';
import {
  type Entity,
  type FileOf,
  type Reference,
  requireValidStack,
  resourcesOf,
  stackComment,
  type TerraformJson,
} from '../core/desired';
import { Claims } from './claims';
import { writeElement } from './element';
import { withErrorContext } from './error-context';
import { mergeFragment } from './fragment';
import { refuseTokens } from './tokens';

const MARK = Symbol.for('gatewright.GatewayStack');

/**
 * A stack whose output is data: what the gateway is to have, no program. It is cdktf's stack with four differences.
 * Every string is text and only a {@link Reference} is an expression; two entities of one address are an error; every resource is
 * held against the provider's schema and the list of attributes that are always written; and the output says nothing about where,
 * when or with which version of a tool it was made. Constructs of gatewright add entities to it, which are plain data; elements of
 * cdktf are written beside them.
 */
export class GatewayStack extends TerraformStack {
  /** The addresses of this stack's resources. */
  readonly claims: Claims;
  readonly #fileOf: FileOf;
  readonly #entities: Entity[] = [];
  readonly #facts = new Map<string, string>();
  #fromCatalog = false;
  #outsideCatalog = 0;

  /** @param fileOf finds the file of a document, for comments; default: comments name the documents themselves */
  constructor(scope: Construct, name: string, fileOf: FileOf = () => undefined) {
    super(scope, name);
    Object.defineProperty(this, MARK, { value: true });
    // Remarks would else carry paths of this machine into the manifest.
    this.node.setContext(DISABLE_STACK_TRACE_IN_METADATA, true);
    this.claims = new Claims(name);
    this.#fileOf = fileOf;
  }

  /**
   * The stack that a construct is in.
   *
   * @throws Error when it is not a GatewayStack: in another stack, catalog text would be evaluated by Terraform
   */
  static override of(construct: Construct): GatewayStack {
    const stack = TerraformStack.of(construct);
    if (MARK in stack) return stack as unknown as GatewayStack;
    throw new Error(
      `'${construct.node.path}' is in the stack '${stack.node.id}', which is not a GatewayStack; make the stack with gatewright/stacks`,
    );
  }

  /** Writes a fact about the stack into its output, as a comment that Terraform passes over. */
  addComment(name: string, value: string): void {
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

  /**
   * Adds entities.
   *
   * @param owner the construct that they belong to, for messages
   * @throws Error when an address is taken, or a value is a token of cdktf
   */
  add(owner: Construct, entities: readonly Entity[]): void {
    for (const entity of entities) {
      if (!this.#fromCatalog) withErrorContext(owner, () => refuseTokens(entity.attributes));
      this.claims.take(entity.type, entity.address, owner.node.path);
      this.#entities.push(entity);
    }
    if (!this.#fromCatalog) this.#outsideCatalog += entities.length;
  }

  /** How many resources did not come from a checked catalog: no check, review or drift report knows them. */
  get resourcesOutsideCatalog(): number {
    // A catalog's stacks hold entities only: resources of the bindings are always made by hand.
    const typed = this.node.findAll().filter((node) => TerraformResource.isTerraformResource(node));
    return this.#outsideCatalog + typed.length;
  }

  /** cdktf resolves its tokens here; there are none in this stack, and text that looks like one must stay as it is. */
  override prepareStack(): void {
    this.ensureBackendExists();
    const outsideCatalog = this.resourcesOutsideCatalog;
    if (outsideCatalog > 0) Annotations.of(this).addWarning(outsideCatalogWarning(this.node.id, outsideCatalog));
  }

  override ensureBackendExists(): TerraformBackend {
    const backend = this.node.findAll().find((node) => TerraformBackend.isBackend(node));
    // cdktf would write a path of this machine.
    if (!backend) throw new Error(`stack '${this.node.id}' has no backend: its state would be kept nowhere; add one`);
    return backend as TerraformBackend;
  }

  /**
   * The stack as Terraform's JSON.
   *
   * @throws Error naming every resource that is wrong
   */
  override toTerraform(): TerraformJson {
    const references = new Set<Reference>();
    const onReference = (reference: Reference) => references.add(reference);
    const resource = resourcesOf(this.#entities, { fileOf: this.#fileOf, onReference });
    const output: Record<string, unknown> & TerraformJson = {
      '//': stackComment(this.node.id, Object.fromEntries(this.#facts)),
      ...(this.#entities.length > 0 && { resource }),
    };
    for (const element of this.node.findAll()) {
      if (!TerraformElement.isTerraformElement(element)) continue;
      mergeFragment(output, writeElement(element, onReference), this.node.id);
    }
    requireValidStack(this.node.id, output, references);
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
}

/** What is said of a stack that holds resources which do not come from a catalog. */
function outsideCatalogWarning(stack: string, resources: number): string {
  const many = resources === 1 ? 'a resource that was' : `${resources} resources that were`;
  return `stack '${stack}' holds ${many} made by hand: no check, review or drift report knows of them`;
}
