import { createHash } from 'node:crypto';
import { type Complete, type Environment, withDefaults } from '../../model';
import type { Attributes } from '../entity';

/** Where an environment keeps its states. */
export type Backend = NonNullable<Complete<'Environment'>['backend']>;

/** The backend of an environment: files, where it names none. */
export function backendOf(environment: Environment): Backend {
  return withDefaults('Environment', environment).backend ?? { type: 'local' };
}

/**
 * What Terraform's JSON has for the backend of one stack. Each stack has a state of its own, in a place that its name alone decides.
 *
 * @param stack name of the stack
 * @param stateFolder folder for local state, relative to the stack's folder
 */
export function backendAttributes(settings: Backend, stack: string, stateFolder: string): Attributes {
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
      return { schema_name: schemaName(`${settings.schema}_${stack}`) };
  }
}

/** What Terraform must not ask of a store that is not AWS. */
function compatible(endpoint: string): Attributes {
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

function httpAttributes(settings: Extract<Backend, { type: 'http' }>, stack: string) {
  const { address, lock, lockPath, lockMethod, unlockMethod } = settings;
  const [path = '', ...query] = address.split('?');
  const below = (...words: readonly string[]) => [[path.replace(/\/+$/, ''), ...words].join('/'), ...query].join('?');
  const own = below(stack);
  if (!lock) return { address: own };
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
