import { NO_ANONYMOUS, type PluginAttributes, SERVER_DEFAULT } from './attributes';

export const JWT: PluginAttributes = {
  plugin: 'jwt',
  always: [
    'claims_to_verify',
    'cookie_names',
    'header_names',
    'key_claim_name',
    'maximum_expiration',
    'run_on_preflight',
    'secret_is_base64',
    'uri_param_names',
  ],
  omitted: [
    { paths: ['anonymous'], reason: NO_ANONYMOUS },
    { paths: ['realm'], reason: SERVER_DEFAULT },
  ],
};
