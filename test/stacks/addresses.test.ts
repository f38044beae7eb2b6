import { catalogOfFiles, edited, programmeFiles } from '../support/programme';
import { resourcesOf, stacksOf } from '../support/synthesis';

const catalog = catalogOfFiles();

/**
 * The only test that pins addresses. Existing states depend on them: a changed address replaces a live entity. If this test fails
 * because a name in the code was changed, revert the change.
 */
test('addresses match those in existing states', () => {
  const stacks = stacksOf(catalog);
  expect(Object.keys(stacks)).toEqual([
    'production_global',
    'production_apis_communication',
    'production_apis_identity',
    'production_partners_0',
    'production_partners_1',
    'sandbox_global',
    'sandbox_apis_communication',
    'sandbox_apis_identity',
    'sandbox_partners_0',
    'sandbox_partners_1',
    'sandbox_partners_2',
    'staging_global',
    'staging_apis_communication',
    'staging_apis_identity',
    'staging_partners_0',
    'staging_partners_1',
  ]);
  const addresses = (environment: string) =>
    [...resourcesOf(stacks).keys()].filter((address) => address.startsWith(environment)).sort();
  expect(addresses('sandbox')).toEqual(SANDBOX);
  expect(addresses('production')).toEqual(PRODUCTION);
});

const SANDBOX: readonly string[] = [
  'sandbox_apis_communication/kong-gateway_custom_plugin.push-message_partner-consent',
  'sandbox_apis_communication/kong-gateway_custom_plugin.push-message_partner-errors',
  'sandbox_apis_communication/kong-gateway_custom_plugin.push-message_partner-tier-limit',
  'sandbox_apis_communication/kong-gateway_custom_plugin.push-message_partner-token',
  'sandbox_apis_communication/kong-gateway_plugin_acl.push-message',
  'sandbox_apis_communication/kong-gateway_plugin_jwt.push-message',
  'sandbox_apis_communication/kong-gateway_plugin_request_termination.push-message_refused',
  'sandbox_apis_communication/kong-gateway_route.push-message_cancel-message',
  'sandbox_apis_communication/kong-gateway_route.push-message_read-message',
  'sandbox_apis_communication/kong-gateway_route.push-message_refused_path_messages_--p--3acancel',
  'sandbox_apis_communication/kong-gateway_route.push-message_refused_spelling_messages_--p--3acancel',
  'sandbox_apis_communication/kong-gateway_route.push-message_send-message',
  'sandbox_apis_communication/kong-gateway_route.push-message_stream-messages',
  'sandbox_apis_communication/kong-gateway_service.push-message',
  'sandbox_apis_communication/kong-gateway_service.push-message_refused',
  'sandbox_apis_identity/kong-gateway_custom_plugin.sim-swap_partner-consent',
  'sandbox_apis_identity/kong-gateway_custom_plugin.sim-swap_partner-errors',
  'sandbox_apis_identity/kong-gateway_custom_plugin.sim-swap_partner-masking',
  'sandbox_apis_identity/kong-gateway_custom_plugin.sim-swap_partner-mtls',
  'sandbox_apis_identity/kong-gateway_custom_plugin.sim-swap_partner-tier-limit',
  'sandbox_apis_identity/kong-gateway_custom_plugin.sim-swap_partner-token',
  'sandbox_apis_identity/kong-gateway_plugin_acl.sim-swap',
  'sandbox_apis_identity/kong-gateway_plugin_http_log.sim-swap',
  'sandbox_apis_identity/kong-gateway_plugin_prometheus.sim-swap',
  'sandbox_apis_identity/kong-gateway_route.sim-swap_check-sim-swap',
  'sandbox_apis_identity/kong-gateway_route.sim-swap_retrieve-sim-swap-date',
  'sandbox_apis_identity/kong-gateway_service.sim-swap',
  'sandbox_global/kong-gateway_ca_certificate.client-ca_1765a30bb696e536',
  'sandbox_global/kong-gateway_custom_plugin.global_partner-errors',
  'sandbox_global/kong-gateway_custom_plugin.global_partner-mtls',
  'sandbox_partners_0/kong-gateway_acl.ada-moreno_side-project_push-message',
  'sandbox_partners_0/kong-gateway_consumer.ada-moreno_side-project',
  'sandbox_partners_0/kong-gateway_jwt.ada-moreno_side-project_1d75450a40741fa4',
  'sandbox_partners_2/kong-gateway_acl.acme-bank_checkout_sim-swap',
  'sandbox_partners_2/kong-gateway_acl.acme-bank_statements_push-message',
  'sandbox_partners_2/kong-gateway_consumer.acme-bank_checkout',
  'sandbox_partners_2/kong-gateway_consumer.acme-bank_statements',
  'sandbox_partners_2/kong-gateway_consumer.night-owl_alarm',
  'sandbox_partners_2/kong-gateway_jwt.acme-bank_statements_5053c44efa587d68',
  'sandbox_partners_2/kong-gateway_jwt.acme-bank_statements_8655636f86b7cfe7',
];
const PRODUCTION: readonly string[] = [
  'production_apis_communication/kong-gateway_consumer_group.push-message_free',
  'production_apis_communication/kong-gateway_consumer_group.push-message_paid',
  'production_apis_communication/kong-gateway_custom_plugin.push-message_partner-consent',
  'production_apis_communication/kong-gateway_custom_plugin.push-message_partner-errors',
  'production_apis_communication/kong-gateway_custom_plugin.push-message_partner-token',
  'production_apis_communication/kong-gateway_plugin_acl.push-message',
  'production_apis_communication/kong-gateway_plugin_correlation_id.push-message',
  'production_apis_communication/kong-gateway_plugin_exit_transformer.push-message',
  'production_apis_communication/kong-gateway_plugin_jwt.push-message',
  'production_apis_communication/kong-gateway_plugin_rate_limiting_advanced.push-message_free',
  'production_apis_communication/kong-gateway_plugin_rate_limiting_advanced.push-message_paid',
  'production_apis_communication/kong-gateway_plugin_request_termination.push-message_refused',
  'production_apis_communication/kong-gateway_route.push-message_cancel-message',
  'production_apis_communication/kong-gateway_route.push-message_read-message',
  'production_apis_communication/kong-gateway_route.push-message_refused_path_messages_--p--3acancel',
  'production_apis_communication/kong-gateway_route.push-message_refused_spelling_messages_--p--3acancel',
  'production_apis_communication/kong-gateway_route.push-message_send-message',
  'production_apis_communication/kong-gateway_route.push-message_stream-messages',
  'production_apis_communication/kong-gateway_service.push-message',
  'production_apis_communication/kong-gateway_service.push-message_refused',
  'production_apis_identity/kong-gateway_consumer_group.sim-swap_free',
  'production_apis_identity/kong-gateway_consumer_group.sim-swap_paid',
  'production_apis_identity/kong-gateway_custom_plugin.sim-swap_partner-consent',
  'production_apis_identity/kong-gateway_custom_plugin.sim-swap_partner-errors',
  'production_apis_identity/kong-gateway_custom_plugin.sim-swap_partner-masking',
  'production_apis_identity/kong-gateway_plugin_acl.sim-swap',
  'production_apis_identity/kong-gateway_plugin_correlation_id.sim-swap',
  'production_apis_identity/kong-gateway_plugin_exit_transformer.sim-swap',
  'production_apis_identity/kong-gateway_plugin_http_log.sim-swap',
  'production_apis_identity/kong-gateway_plugin_mtls_auth.sim-swap',
  'production_apis_identity/kong-gateway_plugin_openid_connect.sim-swap',
  'production_apis_identity/kong-gateway_plugin_prometheus.sim-swap',
  'production_apis_identity/kong-gateway_plugin_rate_limiting.sim-swap',
  'production_apis_identity/kong-gateway_plugin_rate_limiting_advanced.sim-swap_free',
  'production_apis_identity/kong-gateway_plugin_rate_limiting_advanced.sim-swap_paid',
  'production_apis_identity/kong-gateway_plugin_rate_limiting_advanced.sim-swap_paid_retrieve-sim-swap-date',
  'production_apis_identity/kong-gateway_route.sim-swap_check-sim-swap',
  'production_apis_identity/kong-gateway_route.sim-swap_retrieve-sim-swap-date',
  'production_apis_identity/kong-gateway_service.sim-swap',
  'production_global/kong-gateway_ca_certificate.client-ca_1765a30bb696e536',
  'production_global/kong-gateway_custom_plugin.global_partner-errors',
  'production_global/kong-gateway_plugin_exit_transformer.global_exit-transformer',
  'production_partners_0/kong-gateway_consumer.acme-bank_checkout',
  'production_partners_0/kong-gateway_consumer.acme-bank_statements',
  'production_partners_0/kong-gateway_consumer.night-owl_alarm',
  'production_partners_0/kong-gateway_consumer_group_member.acme-bank_checkout_sim-swap',
  'production_partners_0/kong-gateway_consumer_group_member.acme-bank_statements_push-message',
  'production_partners_0/kong-gateway_jwt.acme-bank_statements_5053c44efa587d68',
  'production_partners_0/kong-gateway_jwt.acme-bank_statements_8655636f86b7cfe7',
];

describe('across all stacks', () => {
  const all = [...resourcesOf(stacksOf(catalog))];

  test('ids are unique', () => {
    const ids = all.map(([, { id }]) => id).filter((id) => id !== undefined);
    expect(ids.length).toBeGreaterThan(60);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('every id is a UUIDv5', () => {
    for (const [, { id }] of all) {
      if (id !== undefined) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  test('addresses and ids do not change with titles, limits and other settings', () => {
    const changed = edited(
      programmeFiles(),
      ['sim-swap.yaml', 'title: SIM Swap', 'title: SIM Swap, new'],
      ['sim-swap.yaml', 'timeouts: { connect: 2 seconds, read: 3 seconds }', 'timeouts: { connect: 1 seconds }'],
      ['policies.yaml', 'limits: { second: 500, minute: 20000 }', 'limits: { second: 400 }'],
      ['acme-bank.yaml', 'title: Checkout', 'title: Check-out'],
    );
    const names = ([address, { id }]: readonly [string, Record<string, unknown>]) => `${address} ${id}`;
    expect([...resourcesOf(stacksOf(catalogOfFiles(changed)))].map(names)).toEqual(all.map(names));
  });
});
