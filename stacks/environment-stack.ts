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
   * Folder for local state, relative to the stack's folder.
   * @default STATE_FOLDER
   */
  readonly stateFolder?: string | undefined;
  /**
   * Finds the file of a document, for the comments of resources.
   * @default comments name the documents themselves
   */
  readonly fileOf?: FileOf | undefined;
}

/**
 * A stack of one environment: the provider, the two variables that it takes, and where the state is kept. The day for which the
 * catalog was read is in the output's manifest, not in the stack's file: another day leaves a file alone in which nothing changes.
 * The provider reads no environment variable, so address and token are variables of the stack. The token is ephemeral: a variable
 * that is only sensitive is in plain text in a saved plan.
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
    const { ephemeral, default: none, ...declared } = VARIABLES[ADMIN_TOKEN];
    const token = new TerraformVariable(this, ADMIN_TOKEN, declared);
    token.addOverride('ephemeral', ephemeral);
    token.addOverride('default', none);
    new provider.KongGatewayProvider(this, 'kong-gateway', {
      serverUrl: PROVIDER.server_url.asString(),
      adminToken: PROVIDER.admin_token.asString(),
    });
  }
}

/** Which versions of Terraform can read the stack. */
class TerraformSettings extends TerraformElement {
  override toTerraform(): unknown {
    return { terraform: { required_version: REQUIRED_VERSION } };
  }
}
