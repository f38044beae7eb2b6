import { Construct } from 'constructs';
import type { Entity } from '../core/desired';
import { GatewayStack } from './gateway-stack';
import { type ExpectedDocuments, validateAll } from './validate';

/** A construct that adds entities of the gateway to its stack. */
export abstract class GatewayConstruct extends Construct {
  /**
   * @param documents what the entities are made from; each is held to its schema first
   * @param entities makes the entities
   * @throws Error when a document is not valid or of another kind, the gateway cannot do it, or an address is taken
   */
  protected constructor(
    scope: Construct,
    id: string,
    documents: readonly ExpectedDocuments[],
    entities: () => readonly Entity[],
  ) {
    super(scope, id);
    validateAll(documents);
    GatewayStack.of(this).add(this, entities());
  }
}
