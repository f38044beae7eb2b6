import { createHash } from 'node:crypto';
import { type Complete, type Environment, withDefaults } from '../../model';
import type { Attributes } from '../entity';

/** The backend in which an environment stores its states. */
export type Backend = NonNullable<Complete<'Environment'>['backend']>;

/** The backend of an environment, by default local files. */
export function backendOf(environment: Environment): Backend {
  return withDefaults('Environment', environment).backend ?? { type: 'local' };
}

/**
 * The backend block of one stack. Each stack has its own state, whose location depends only on the stack's name.
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
        ...(settings.endpoint === undefined ? {} : s3Compatible(settings.endpoint)),
      };
    case 'http':
      return httpAttributes(settings, stack);
    case 'pg':
      return { schema_name: schemaName(`${settings.schema}_${stack}`) };
  }
}

/** Options for an S3-compatible store that is not AWS. */
function s3Compatible(endpoint: string): Attributes {
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
  const urlOf = (...segments: readonly string[]) =>
    [[path.replace(/\/+$/, ''), ...segments].join('/'), ...query].join('?');
  const stateUrl = urlOf(stack);
  if (!lock) return { address: stateUrl };
  const lockUrl = lockPath === undefined ? stateUrl : urlOf(stack, lockPath);
  return {
    address: stateUrl,
    lock_address: lockUrl,
    unlock_address: lockUrl,
    ...(lockMethod === undefined ? {} : { lock_method: lockMethod }),
    ...(unlockMethod === undefined ? {} : { unlock_method: unlockMethod }),
  };
}

/** PostgreSQL silently truncates longer names, so that two stacks could share a state. */
const LONGEST_NAME = 63;

function schemaName(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 12);
  return `${name.slice(0, LONGEST_NAME - hash.length - 1)}_${hash}`;
}
