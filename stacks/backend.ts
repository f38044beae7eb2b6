import { createHash } from 'node:crypto';
import { TerraformBackend } from 'cdktf';
import type { Construct } from 'constructs';
import { defaultOf, type Environment } from '../core/model';

type Settings = NonNullable<Environment['backend']>;

/** Where the state of one stack is kept. Each stack has a state of its own, in a place that its name alone decides. */
export class StateBackend extends TerraformBackend {
  readonly #attributes: Readonly<Record<string, unknown>>;

  /**
   * @param settings the environment's setting
   * @param stack name of the stack
   * @param stateFolder folder for local state, relative to the stack's folder
   */
  constructor(scope: Construct, settings: Settings, stack: string, stateFolder: string) {
    super(scope, 'backend', settings.type);
    this.#attributes = attributesOf(settings, stack, stateFolder);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.#attributes };
  }

  override getRemoteStateDataSource(): never {
    throw new Error('no stack reads the state of another; ids are computed from names');
  }
}

function attributesOf(settings: Settings, stack: string, stateFolder: string): Readonly<Record<string, unknown>> {
  switch (settings.type) {
    case 'local':
      return { path: `${stateFolder}/${stack}.tfstate` };
    case 's3':
      return {
        bucket: settings.bucket,
        key: `${settings.prefix}/${stack}.tfstate`,
        region: settings.region,
        encrypt: true,
        use_lockfile: true,
        ...(settings.endpoint === undefined ? {} : compatible(settings.endpoint)),
      };
    case 'http':
      return httpAttributes(settings, stack);
    case 'pg':
      return { schema_name: schemaName(`${settings.schema ?? defaultOf('Environment', 'backend.schema')}_${stack}`) };
  }
}

/** What Terraform must not ask of a store that is not AWS. */
function compatible(endpoint: string): Readonly<Record<string, unknown>> {
  return {
    endpoints: { s3: endpoint },
    use_path_style: true,
    skip_credentials_validation: true,
    skip_metadata_api_check: true,
    skip_region_validation: true,
    skip_requesting_account_id: true,
    skip_s3_checksum: true,
  };
}

function httpAttributes(settings: Extract<Settings, { type: 'http' }>, stack: string) {
  const { address, lock, lockPath, lockMethod, unlockMethod } = settings;
  const [path = '', ...query] = address.split('?');
  const below = (...words: readonly string[]) => [[path.replace(/\/+$/, ''), ...words].join('/'), ...query].join('?');
  const own = below(stack);
  const locked = lock ?? defaultOf<boolean>('Environment', 'backend.lock');
  if (!locked) return { address: own };
  const place = lockPath === undefined ? own : below(stack, lockPath);
  return {
    address: own,
    lock_address: place,
    unlock_address: place,
    ...(lockMethod === undefined ? {} : { lock_method: lockMethod }),
    ...(unlockMethod === undefined ? {} : { unlock_method: unlockMethod }),
  };
}

/** PostgreSQL cuts longer names off without a word, and two stacks would then share a state. */
const LONGEST_NAME = 63;

function schemaName(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 12);
  return `${name.slice(0, LONGEST_NAME - hash.length - 1)}_${hash}`;
}
