// biome-ignore-all lint/suspicious/noTemplateCurlyInString: text that looks like a template is what is tested
import { service } from '@cdktf/provider-kong';
import { App, TerraformOutput, TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { GatewayStack } from '../../constructs';
import { type Attributes, entity, MANAGED_BY, Reference } from '../../core/desired';
import type { Environment } from '../../core/model';
import { EnvironmentStack } from '../../stacks';
import { catalogOfFiles } from '../support/programme';
import { inFolder } from '../support/synthesis';

const environment = catalogOfFiles().environments.get('sandbox')?.value as Environment;

/** A consumer group, the smallest complete resource. */
const GROUP = { id: 'x', name: 'a:b', tags: [MANAGED_BY], workspace: 'default' };
const TYPE = 'kong-gateway_consumer_group';

/** Adds an entity to a stack, as constructs do. */
function addEntity(scope: Construct, id: string, type: string, address: string, attributes: Attributes): void {
  const owner = new Construct(scope, id);
  GatewayStack.of(owner).add(owner, [entity({ type, address, attributes, subject: {}, origins: [] })]);
}

/** Renders a stack filled by `fill`. */
function render(fill: (stack: EnvironmentStack) => void) {
  return inFolder((folder) => {
    const stack = new EnvironmentStack(new App({ outdir: folder }), 'sandbox_test', { environment });
    fill(stack);
    return stack.toTerraform();
  });
}

describe('a GatewayStack', () => {
  test('writes text as text, even if it looks like an expression', () => {
    const { resource } = render((stack) => {
      addEntity(stack, 'a', TYPE, 'a', { ...GROUP, name: '${file("/etc/hostname")}' });
    });
    expect(resource?.[TYPE]?.a).toMatchObject({ name: '$${file("/etc/hostname")}' });
  });

  test('escapes text in typed resources of the bindings', () => {
    const { resource } = render((stack) => {
      const typed = new service.Service(stack, 'a', {
        ...{ id: 'x', name: '%{ if true }', host: '${var.kong_admin_token}', protocol: 'http', port: 80, path: '/' },
        ...{ connectTimeout: 1, readTimeout: 1, writeTimeout: 1, retries: 0, enabled: true, tags: [MANAGED_BY] },
        workspace: 'default',
      });
      typed.overrideLogicalId('a');
    });
    expect(resource?.['kong-gateway_service']?.a).toMatchObject({
      name: '%%{ if true }',
      host: '$${var.kong_admin_token}',
    });
  });

  test('writes a reference as an expression', () => {
    const { resource } = render((stack) => {
      addEntity(stack, 'a', TYPE, 'a', GROUP);
      addEntity(stack, 'b', 'kong-gateway_consumer_group_member', 'b', {
        consumer_group_id: Reference.to(TYPE, 'a'),
        consumer_id: 'x',
        workspace: 'default',
      });
    });
    expect(resource?.['kong-gateway_consumer_group_member']?.b).toMatchObject({
      consumer_group_id: '${kong-gateway_consumer_group.a.id}',
    });
  });

  test('does not write the construct paths of resources', () => {
    const output = render((stack) => {
      const inner = new Construct(stack, 'somewhere-inside');
      const typed = new service.Service(inner, 'a', {
        ...{ id: 'x', name: 'a', host: 'a', protocol: 'http', port: 80, path: '/', workspace: 'default' },
        ...{ connectTimeout: 1, readTimeout: 1, writeTimeout: 1, retries: 0, enabled: true, tags: [MANAGED_BY] },
      });
      typed.overrideLogicalId('a');
    });
    expect(JSON.stringify(output)).not.toContain('somewhere-inside');
  });

  const rejected: readonly (readonly [string, (stack: EnvironmentStack) => void, string])[] = [
    [
      'two entities with the same address',
      (stack) => {
        addEntity(stack, 'a', TYPE, 'same', GROUP);
        addEntity(stack, 'b', TYPE, 'same', GROUP);
      },
      "'kong-gateway_consumer_group.same' is defined twice in stack 'sandbox_test': by 'sandbox_test/a' and by 'sandbox_test/b'",
    ],
    [
      'two typed resources with the same address',
      (stack) => {
        for (const id of ['a', 'b']) {
          const typed = new service.Service(stack, id, { host: 'a' });
          typed.overrideLogicalId('same');
        }
      },
      "'kong-gateway_service.same' is defined twice in stack 'sandbox_test'",
    ],
    [
      'a reference to a missing resource',
      (stack) => {
        addEntity(stack, 'a', TYPE, 'a', { ...GROUP, id: Reference.to(TYPE, 'b') });
      },
      'reference kong-gateway_consumer_group.b.id does not exist in this stack',
    ],
    [
      'an undeclared variable',
      (stack) => {
        addEntity(stack, 'a', TYPE, 'a', { ...GROUP, id: Reference.variable('nope') });
      },
      'reference var.nope does not exist in this stack',
    ],
    [
      'a cdktf token',
      (stack) => {
        addEntity(stack, 'a', TYPE, 'a', { ...GROUP, name: Token.asString({ resolve: () => 'x' }) });
      },
      "'sandbox_test/a': a GatewayStack does not support cdktf tokens",
    ],
    [
      'an attribute that the provider does not have',
      (stack) => {
        addEntity(stack, 'a', TYPE, 'a', { ...GROUP, nam: 'x' });
      },
      "kong-gateway_consumer_group.a nam: unknown attribute 'nam'",
    ],
    [
      'a value of the wrong type',
      (stack) => {
        addEntity(stack, 'a', TYPE, 'a', { ...GROUP, tags: 'x' });
      },
      'kong-gateway_consumer_group.a tags: expected',
    ],
    [
      'a missing attribute, which the provider would never reset',
      (stack) => {
        const { tags, ...rest } = GROUP;
        addEntity(stack, 'a', TYPE, 'a', rest);
      },
      "kong-gateway_consumer_group.a: required attribute 'tags' is missing",
    ],
    [
      'an override, which would bypass the escaping of text',
      (stack) => stack.addOverride('terraform.x'),
      "'terraform.x' of stack 'sandbox_test' cannot be overridden",
    ],
  ];
  test.each(rejected)('rejects %s', (_, fill, message) => {
    expect(() => render(fill)).toThrow(message);
  });

  test('reports all problems at once', () => {
    const fill = (stack: EnvironmentStack) => {
      addEntity(stack, 'a', TYPE, 'a', { ...GROUP, tags: 'x' });
      addEntity(stack, 'b', TYPE, 'b', { ...GROUP, id: Reference.to(TYPE, 'c') });
    };
    expect(() => render(fill)).toThrow(/consumer_group\.c\.id does not exist[\s\S]*consumer_group\.a tags: expected/);
  });

  test('requires a backend', () => {
    inFolder((folder) => {
      const stack = new GatewayStack(new App({ outdir: folder }), 'bare');
      expect(() => stack.prepareStack()).toThrow("stack 'bare' has no backend, so its state would not be stored");
    });
  });

  test('counts entities and typed resources outside the catalog, and warns about them', () => {
    inFolder((folder) => {
      const app = new App({ outdir: folder, stackTraces: false });
      const stack = new EnvironmentStack(app, 'sandbox_test', { environment });
      expect(stack.resourcesOutsideCatalog).toBe(0);
      new service.Service(new Construct(stack, 'inner'), 'a', {
        ...{ id: 'x', name: 'a', host: 'a', protocol: 'http', port: 80, path: '/', workspace: 'default' },
        ...{ connectTimeout: 1, readTimeout: 1, writeTimeout: 1, retries: 0, enabled: true, tags: [MANAGED_BY] },
      });
      expect(stack.resourcesOutsideCatalog).toBe(1);
      addEntity(stack, 'b', TYPE, 'b', GROUP);
      expect(stack.resourcesOutsideCatalog).toBe(2);
      stack.prepareStack();
      expect(stack.node.metadata.map(({ data }) => data)).toContainEqual(
        expect.stringContaining("stack 'sandbox_test' has 2 resources outside the catalog"),
      );
    });
  });

  test('supports only JSON', () => {
    inFolder((folder) => {
      expect(() => new GatewayStack(new App({ outdir: folder }), 'bare').toHclTerraform()).toThrow(
        'supports only JSON',
      );
    });
  });

  test('does not change other cdktf elements', () => {
    const { output } = render((stack) => {
      new TerraformOutput(stack, 'answer', { value: 42 });
    }) as { output?: unknown };
    expect(output).toEqual({ answer: { value: 42 } });
  });
});

test('a construct in a stack that is not a GatewayStack is rejected', () => {
  inFolder((folder) => {
    const stack = new TerraformStack(new App({ outdir: folder }), 'plain');
    expect(() => addEntity(stack, 'a', TYPE, 'a', GROUP)).toThrow(
      "'plain/a' is in the stack 'plain', which is not a GatewayStack; create the stack with gatewright/stacks",
    );
  });
});
