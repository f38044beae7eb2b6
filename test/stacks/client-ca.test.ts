import { catalogOfFiles } from '../support/programme';
import { resourcesOf, stacksOf } from '../support/synthesis';

/** The gateway deletes no CA that a plugin still names (tried on Kong 3.9.1: 400), so Terraform has to know the order. */
test('a plugin names a CA of its own stack by reference, so that it is destroyed before the CA', () => {
  const plugin = resourcesOf(stacksOf(catalogOfFiles())).get(
    'sandbox_global/kong-gateway_custom_plugin.global_partner-mtls',
  );
  const ids = (plugin?.config as { readonly ca_certificates?: readonly string[] } | undefined)?.ca_certificates ?? [];
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) expect(id).toMatch(/^\$\{kong-gateway_ca_certificate\.client-ca_[0-9a-f]{16}\.id\}$/);
});
