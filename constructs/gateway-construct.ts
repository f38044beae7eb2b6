import { Construct } from 'constructs';
import type { Entity } from '../core/desired';
import { GatewayStack } from './gateway-stack';
import { type ExpectedDocuments, validateAll } from './validate';

/** A construct that adds entities to its stack. */
export abstract class GatewayConstruct extends Construct {
  /**
   * @param documents the documents that the entities depend on; each is validated first
   * @param entities creates the entities
   * @throws Error if a document is not valid or has the wrong kind, the gateway does not support a setting, or an address is in use
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
