import { catalogOfFiles } from '../support/programme';
import { resourcesOf, stacksOf } from '../support/synthesis';

/** The gateway does not delete a CA that a plugin refers to (Kong 3.9.1 returns 400), so Terraform must know the order. */
test('a plugin refers to a CA of its stack by reference, so that it is destroyed before the CA', () => {
  const plugin = resourcesOf(stacksOf(catalogOfFiles())).get(
    'sandbox_global/kong-gateway_custom_plugin.global_partner-mtls',
  );
  const ids = (plugin?.config as { readonly ca_certificates?: readonly string[] } | undefined)?.ca_certificates ?? [];
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) expect(id).toMatch(/^\$\{kong-gateway_ca_certificate\.client-ca_[0-9a-f]{16}\.id\}$/);
});
