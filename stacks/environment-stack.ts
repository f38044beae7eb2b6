import { provider } from '@cdktf/provider-kong';
import { TerraformElement, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { GatewayStack } from '../constructs';
import { validate } from '../constructs/validate';
import {
  ADMIN_TOKEN,
  ADMIN_URL,
  type FileOf,
  PROVIDER,
  REQUIRED_VERSION,
  STATE_FOLDER,
  VARIABLES,
} from '../core/desired';
import type { Environment } from '../core/model';
import { StateBackend } from './backend';

export interface EnvironmentStackProps {
  readonly environment: Environment;
  /**
   * Folder of local state, relative to the stack's folder.
   * @default STATE_FOLDER
   */
  readonly stateFolder?: string | undefined;
  /**
   * Finds the file of a document, for the comments of resources.
   * @default comments contain the document's name
   */
  readonly fileOf?: FileOf | undefined;
}

/**
 * A stack of one environment, with the provider, its two variables and the backend. The as-of date is in the output's manifest and not
 * in the stack's file, so that another date does not change a file without other changes. The provider does not read environment
 * variables, so the address and the token are variables of the stack. The token is ephemeral, because a saved plan contains the plain
 * text of a variable that is only sensitive.
 */
export class EnvironmentStack extends GatewayStack {
  readonly environment: Environment;

  constructor(
    scope: Construct,
    name: string,
    { environment, stateFolder = STATE_FOLDER, fileOf }: EnvironmentStackProps,
  ) {
    super(scope, name, fileOf);
    validate(environment, 'Environment');
    this.environment = environment;
    this.addComment('environment', environment.name);
    new TerraformSettings(this, 'settings');
    new StateBackend(this, environment, name, stateFolder);
    new TerraformVariable(this, ADMIN_URL, VARIABLES[ADMIN_URL]);
    const { ephemeral, default: noDefault, ...declared } = VARIABLES[ADMIN_TOKEN];
    const token = new TerraformVariable(this, ADMIN_TOKEN, declared);
    token.addOverride('ephemeral', ephemeral);
    token.addOverride('default', noDefault);
    new provider.KongGatewayProvider(this, 'kong-gateway', {
      serverUrl: PROVIDER.server_url.asString(),
      adminToken: PROVIDER.admin_token.asString(),
    });
  }
}

/** Declares the Terraform versions that support the stack. */
class TerraformSettings extends TerraformElement {
  override toTerraform(): unknown {
    return { terraform: { required_version: REQUIRED_VERSION } };
  }
}
