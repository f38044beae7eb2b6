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
  /** Called for each reference in the output. */
  readonly onReference: (reference: Reference) => void;
}

/**
 * Converts entities to resources in Terraform's JSON, by type and address.
 *
 * @throws Error if two entities have the same address, or a value cannot be written
 */
export function resourcesOf(entities: readonly Entity[], options: ResourceOptions): Resources {
  const dependencies = explicitDependencies(entities);
  const byType = groupBy(entities, ({ type }) => type);
  const types = [...byType].map(([type, ofType]) => {
    const blocks = new Map<string, Block>();
    for (const entity of ofType) {
      const name = addressOf(entity);
      if (blocks.has(entity.address)) throw new Error(`'${name}' is defined twice`);
      blocks.set(entity.address, blockOf(entity, dependencies.get(name) ?? [], options));
    }
    return [type, sortedKeys(Object.fromEntries(blocks))] as const;
  });
  return sortedKeys(Object.fromEntries(types));
}

function blockOf(entity: Entity, dependencies: readonly string[], { fileOf, onReference }: ResourceOptions): Block {
  try {
    const block = {
      '//': resourceComment(entity, fileOf),
      ...entity.attributes,
      ...(dependencies.length > 0 && { depends_on: dependencies }),
      ...(entity.replacedBeforeRemoval && { lifecycle: { create_before_destroy: true } }),
    };
    return terraformValue(block, onReference) as Block;
  } catch (error) {
    throw new Error(`'${addressOf(entity)}': ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Rejects a stack that the gateway or Terraform would not accept.
 *
 * @param references all references in the stack
 * @throws Error that lists everything that is wrong
 */
export function requireValidStack(stack: string, output: TerraformJson, references: Iterable<Reference>): void {
  const problems = [...danglingReferences(output, references), ...resourceProblems(output)];
  if (problems.length > 0) throw new Error(`stack '${stack}' is not valid:\n  ${problems.join('\n  ')}`);
}

/** Reports attributes that do not match the provider's schema or the lists of attributes. */
function* resourceProblems({ resource = {} }: TerraformJson): Generator<string> {
  for (const [type, byName] of Object.entries(resource)) {
    for (const [name, { '//': comment, ...attributes }] of Object.entries(byName)) {
      for (const { path, message } of validateResource(type, attributes)) yield `${type}.${name} ${path}: ${message}`;
      for (const message of attributeProblems(type, attributes)) yield `${type}.${name}: ${message}`;
    }
  }
}

/** Reports references and dependencies whose target is not in the stack. */
function* danglingReferences(output: TerraformJson, references: Iterable<Reference>): Generator<string> {
  const { resource = {}, variable = {} } = output;
  const exists = (type: string, name: string) =>
    type === 'var'
      ? Object.hasOwn(variable, name)
      : Object.hasOwn(resource, type) && Object.hasOwn(resource[type] ?? {}, name);
  for (const { steps } of references) {
    const [type = '', name = ''] = steps;
    if (!exists(type, name)) yield `reference ${steps.join('.')} does not exist in this stack`;
  }
  for (const [type, byName] of Object.entries(resource))
    for (const [name, { depends_on: dependencies }] of Object.entries(byName))
      for (const dependency of Array.isArray(dependencies) ? dependencies : []) {
        const [dependencyType = '', address = ''] = String(dependency).split('.');
        if (dependencyType.startsWith('kong-gateway_') && !exists(dependencyType, address))
          yield `${type}.${name} depends on ${dependency}, which does not exist in this stack`;
      }
}
