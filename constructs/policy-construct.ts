import type { Construct } from 'constructs';
import type { Entity, ServicePolicyProps } from '../core/desired';
import { policyKind } from '../core/model';
import { GatewayConstruct } from './gateway-construct';
import { type PolicyField, requirePolicies } from './require-policies';
import type { Document, ExpectedDocuments } from './validate';

/** The props that take policies, by the fields of `Api.policies` that name them. */
type PolicyProps<Props> = Readonly<Partial<Record<PolicyField, keyof Props & string>>>;

/** A construct on an API's service that depends on policies of the API. */
export abstract class PolicyConstruct<Props extends ServicePolicyProps> extends GatewayConstruct {
  /**
   * @param policies the props that take policies, by field of `Api.policies`
   * @param entities creates the entities
   * @param others further documents that the entities depend on
   * @throws Error if a document is not valid, or a policy is not the one that the API names
   */
  protected constructor(
    scope: Construct,
    id: string,
    props: Props,
    policies: PolicyProps<Props>,
    entities: (props: Props) => readonly Entity[],
    others: readonly ExpectedDocuments[] = [],
  ) {
    const given = Object.entries(policies).map(([field, prop]) => ({
      field: field as PolicyField,
      prop,
      policy: props[prop] as Document | undefined,
    }));
    const policyDocuments = given.map(({ field, policy }) => [policyKind(field), policy] as ExpectedDocuments);
    const documents: ExpectedDocuments[] = [
      ['Api', props.api],
      ['Environment', props.environment],
      ...policyDocuments,
      ...others,
    ];
    super(scope, id, documents, () => {
      requirePolicies(props.api, given);
      return entities(props);
    });
  }
}
