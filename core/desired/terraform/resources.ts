import { validateResource } from '@cdktf/provider-kong/schema';
import { groupBy } from '../../model/base/group-by';
import { sortedKeys } from '../../model/base/sorted-keys';
import { addressOf, type Entity } from '../entity';
import { explicitDependencies } from '../guards';
import type { Reference } from '../reference';
import { attributeProblems } from '../resource-attributes';
import { type FileOf, resourceComment } from './comment';
import type { TerraformJson } from './json';
import { terraformValue } from './text';

type Resources = NonNullable<TerraformJson['resource']>;
type Block = Resources[string][string];

export interface ResourceOptions {
  /** Finds the file of a document, for comments. */
  readonly fileOf: FileOf;
  /** Called for each reference that is written. */
  readonly onReference: (reference: Reference) => void;
}

/**
 * Entities as Terraform's JSON has resources, by type and address.
 *
 * @throws Error when two entities have one address, or a value has no place in the output
 */
export function resourcesOf(entities: readonly Entity[], options: ResourceOptions): Resources {
  const waits = explicitDependencies(entities);
  const byType = groupBy(entities, ({ type }) => type);
  const types = [...byType].map(([type, ofType]) => {
    const blocks = new Map<string, Block>();
    for (const entity of ofType) {
      const name = addressOf(entity);
      if (blocks.has(entity.address)) throw new Error(`'${name}' is made twice`);
      blocks.set(entity.address, blockOf(entity, waits.get(name) ?? [], options));
    }
    return [type, sortedKeys(Object.fromEntries(blocks))] as const;
  });
  return sortedKeys(Object.fromEntries(types));
}

function blockOf(entity: Entity, waits: readonly string[], { fileOf, onReference }: ResourceOptions): Block {
  try {
    const block = {
      '//': resourceComment(entity, fileOf),
      ...entity.attributes,
      ...(waits.length > 0 && { depends_on: waits }),
      ...(entity.replacedBeforeRemoval && { lifecycle: { create_before_destroy: true } }),
    };
    return terraformValue(block, onReference) as Block;
  } catch (error) {
    throw new Error(`'${addressOf(entity)}': ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Refuses a stack that the gateway or Terraform would not take.
 *
 * @param references everything in it that is written as a reference
 * @throws Error naming everything that is wrong
 */
export function requireValidStack(stack: string, output: TerraformJson, references: Iterable<Reference>): void {
  const problems = [...danglingReferences(output, references), ...resourceProblems(output)];
  if (problems.length > 0) throw new Error(`stack '${stack}' cannot be written:\n  ${problems.join('\n  ')}`);
}

/** What is wrong with the resources of a stack by the provider's schema, or by the list of attributes that are written. */
function* resourceProblems({ resource = {} }: TerraformJson): Generator<string> {
  for (const [type, byName] of Object.entries(resource)) {
    for (const [name, { '//': comment, ...attributes }] of Object.entries(byName)) {
      for (const { path, message } of validateResource(type, attributes)) yield `${type}.${name} ${path}: ${message}`;
      for (const message of attributeProblems(type, attributes)) yield `${type}.${name}: ${message}`;
    }
  }
}

/** References that lead to nothing in their stack, and resources that wait for one that is not there. */
function* danglingReferences(output: TerraformJson, references: Iterable<Reference>): Generator<string> {
  const { resource = {}, variable = {} } = output;
  const exists = (type: string, name: string) =>
    type === 'var'
      ? Object.hasOwn(variable, name)
      : Object.hasOwn(resource, type) && Object.hasOwn(resource[type] ?? {}, name);
  for (const { steps } of references) {
    const [type = '', name = ''] = steps;
    if (!exists(type, name)) yield `the reference ${steps.join('.')} points at nothing in this stack`;
  }
  for (const [type, byName] of Object.entries(resource))
    for (const [name, { depends_on: waits }] of Object.entries(byName))
      for (const awaited of Array.isArray(waits) ? waits : []) {
        const [of = '', address = ''] = String(awaited).split('.');
        if (of.startsWith('kong-gateway_') && !exists(of, address))
          yield `${type}.${name} waits for ${awaited}, which is not in this stack`;
      }
}
