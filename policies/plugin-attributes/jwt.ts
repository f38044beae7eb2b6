import { NO_ANONYMOUS, SERVER_DEFAULT, type WrittenAttributes } from './attributes';

export const JWT: WrittenAttributes = {
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
