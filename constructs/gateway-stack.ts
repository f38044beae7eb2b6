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
import { renderElement } from './element';
import { withErrorContext } from './error-context';
import { mergeFragment } from './fragment';
import { rejectTokens } from './tokens';

const MARK = Symbol.for('gatewright.GatewayStack');

/**
 * A stack whose output is the desired state as data. It differs from cdktf's stack in four ways: every string is text, and only a
 * {@link Reference} is an expression; two entities with the same address are an error; every resource is validated against the
 * provider's schema and the list of its attributes; and the output does not depend on where, when or with which tool version it was
 * created. Gatewright's constructs add entities, which are plain data; cdktf elements can be added as well.
 */
export class GatewayStack extends TerraformStack {
  /** The addresses of this stack's resources. */
  readonly claims: Claims;
  readonly #fileOf: FileOf;
  readonly #entities: Entity[] = [];
  readonly #comment = new Map<string, string>();
  #fromCatalog = false;
  #outsideCatalog = 0;

  /** @param fileOf finds the file of a document, for comments; by default comments contain the document's name */
  constructor(scope: Construct, name: string, fileOf: FileOf = () => undefined) {
    super(scope, name);
    Object.defineProperty(this, MARK, { value: true });
    // Otherwise cdktf's annotations would contain paths of this machine.
    this.node.setContext(DISABLE_STACK_TRACE_IN_METADATA, true);
    this.claims = new Claims(name);
    this.#fileOf = fileOf;
  }

  /**
   * The stack of a construct.
   *
   * @throws Error if it is not a GatewayStack: in another stack, Terraform would evaluate text from the catalog
   */
  static override of(construct: Construct): GatewayStack {
    const stack = TerraformStack.of(construct);
    if (MARK in stack) return stack as unknown as GatewayStack;
    throw new Error(
      `'${construct.node.path}' is in the stack '${stack.node.id}', which is not a GatewayStack; create the stack with gatewright/stacks`,
    );
  }

  /** Adds a property to the comment in the stack's output, which Terraform ignores. */
  addComment(name: string, value: string): void {
    this.#comment.set(name, value);
  }

  /** Runs the code that fills the stack from a checked catalog. All other resources count as outside the catalog. */
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
   * @throws Error if an address is in use, or a value is a cdktf token
   */
  add(owner: Construct, entities: readonly Entity[]): void {
    for (const entity of entities) {
      if (!this.#fromCatalog) withErrorContext(owner, () => rejectTokens(entity.attributes));
      this.claims.claim(entity.type, entity.address, owner.node.path);
      this.#entities.push(entity);
    }
    if (!this.#fromCatalog) this.#outsideCatalog += entities.length;
  }

  /** Number of resources outside a checked catalog, which no check, review or drift report covers. */
  get resourcesOutsideCatalog(): number {
    // A catalog only creates entities, so that resources of the bindings are always outside it.
    const typed = this.node.findAll().filter((node) => TerraformResource.isTerraformResource(node));
    return this.#outsideCatalog + typed.length;
  }

  /** Replaces cdktf's resolution of tokens: this stack contains none, and text that looks like a token must not change. */
  override prepareStack(): void {
    this.ensureBackendExists();
    const outsideCatalog = this.resourcesOutsideCatalog;
    if (outsideCatalog > 0) Annotations.of(this).addWarning(outsideCatalogWarning(this.node.id, outsideCatalog));
  }

  override ensureBackendExists(): TerraformBackend {
    const backend = this.node.findAll().find((node) => TerraformBackend.isBackend(node));
    // cdktf's default backend would contain a path of this machine.
    if (!backend) throw new Error(`stack '${this.node.id}' has no backend, so its state would not be stored; add one`);
    return backend as TerraformBackend;
  }

  /**
   * Renders the stack as Terraform's JSON.
   *
   * @throws Error that lists every invalid resource
   */
  override toTerraform(): TerraformJson {
    const references = new Set<Reference>();
    const onReference = (reference: Reference) => references.add(reference);
    const resource = resourcesOf(this.#entities, { fileOf: this.#fileOf, onReference });
    const output: Record<string, unknown> & TerraformJson = {
      '//': stackComment(this.node.id, Object.fromEntries(this.#comment)),
      ...(this.#entities.length > 0 && { resource }),
    };
    for (const element of this.node.findAll()) {
      if (!TerraformElement.isTerraformElement(element)) continue;
      mergeFragment(output, renderElement(element, onReference), this.node.id);
    }
    requireValidStack(this.node.id, output, references);
    return output;
  }

  /** Throws: overrides would bypass the escaping of text. */
  override addOverride(path: string): never {
    throw new Error(
      `'${path}' of stack '${this.node.id}' cannot be overridden; add an element to the stack that defines it`,
    );
  }

  override toHclTerraform(): never {
    throw new Error(`stack '${this.node.id}' supports only JSON; remove the option for HCL`);
  }
}

/** The warning for a stack with resources outside a catalog. */
function outsideCatalogWarning(stack: string, resources: number): string {
  const count = resources === 1 ? '1 resource' : `${resources} resources`;
  return `stack '${stack}' has ${count} outside the catalog, which no check, review or drift report covers`;
}
