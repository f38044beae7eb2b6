import type { Construct } from 'constructs';
import { type PartnerApplicationsProps, partnerApplications } from '../core/desired';
import { GatewayConstruct } from './gateway-construct';

export type { PartnerApplicationsProps };

/** The entities of a partner's applications: consumers, credentials, and a group membership for each granted subscription. */
export class PartnerApplications extends GatewayConstruct {
  constructor(scope: Construct, id: string, props: PartnerApplicationsProps) {
    super(
      scope,
      id,
      [
        ['Environment', props.environment],
        ['Partner', props.partner],
        ['Application', ...(props.applications ?? [])],
        ['Api', ...props.apis],
        ['Tier', ...props.tiers],
        ['Partner', ...(props.partners ?? [])],
        ['ContractTemplate', ...(props.contractTemplates ?? [])],
      ],
      () => partnerApplications(props),
    );
  }
}
