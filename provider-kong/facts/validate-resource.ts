import type { BlockSchema } from './form';
import { providerSchema, resourceNames, resourceSchema } from './kong-gateway';
import { mismatch, unknownName } from './message';
import { isObject, type SchemaProblem } from './problem';
import { blockProblems } from './validate-block';

/** What Terraform itself reads in every resource block, whatever the provider. `//` is a comment. */
const RESOURCE_META = ['//', 'connection', 'count', 'depends_on', 'for_each', 'lifecycle', 'provider', 'provisioner'];
const PROVIDER_META = ['//', 'alias', 'version'];

/**
 * Problems of one resource block as Terraform JSON has it, `{ "consumer_id": "…" }`: attributes that are unknown, missing,
 * of the wrong type or not ours to set. Empty when the provider would accept its form.
 * Terraform's own arguments (`lifecycle`, `depends_on`, …) are passed over; a reference stands for any scalar.
 *
 * @param type resource type, `kong-gateway_acl`
 * @param attributes content of the block; names as Terraform spells them
 */
export function validateResource(type: string, attributes: unknown): readonly SchemaProblem[] {
  const schema = resourceSchema(type);
  return schema
    ? problems(schema.block, attributes, RESOURCE_META)
    : [unknownName('resource type', type, resourceNames, '')];
}

/** Problems of the provider's configuration block, as {@link validateResource} has them for a resource. */
export function validateProvider(attributes: unknown): readonly SchemaProblem[] {
  return problems(providerSchema.block, attributes, PROVIDER_META);
}

function problems(schema: BlockSchema, content: unknown, alsoAllowed: readonly string[]): readonly SchemaProblem[] {
  return isObject(content)
    ? [...blockProblems(schema, content, '', alsoAllowed)]
    : [mismatch('an object', content, '')];
}
