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

/** A consumer group, the smallest thing that is complete. */
const GROUP = { id: 'x', name: 'a:b', tags: [MANAGED_BY], workspace: 'default' };
const TYPE = 'kong-gateway_consumer_group';

/** Adds an entity to the stack of a construct, as constructs do. */
function addEntity(scope: Construct, id: string, type: string, address: string, attributes: Attributes): void {
  const owner = new Construct(scope, id);
  GatewayStack.of(owner).add(owner, [entity({ type, address, attributes, subject: {}, origins: [] })]);
}

/** What a stack writes that `fill` has filled. */
function written(fill: (stack: EnvironmentStack) => void) {
  return inFolder((folder) => {
    const stack = new EnvironmentStack(new App({ outdir: folder }), 'sandbox_test', { environment });
    fill(stack);
    return stack.toTerraform();
  });
}

describe('a GatewayStack', () => {
  test('writes text as text, also text that another program would take for an expression', () => {
    const { resource } = written((stack) => {
      addEntity(stack, 'a', TYPE, 'a', { ...GROUP, name: '${file("/etc/hostname")}' });
    });
    expect(resource?.[TYPE]?.a).toMatchObject({ name: '$${file("/etc/hostname")}' });
  });

  test('writes typed resources of the bindings through the same door', () => {
    const { resource } = written((stack) => {
      const made = new service.Service(stack, 'a', {
        ...{ id: 'x', name: '%{ if true }', host: '${var.kong_admin_token}', protocol: 'http', port: 80, path: '/' },
        ...{ connectTimeout: 1, readTimeout: 1, writeTimeout: 1, retries: 0, enabled: true, tags: [MANAGED_BY] },
        workspace: 'default',
      });
      made.overrideLogicalId('a');
    });
    expect(resource?.['kong-gateway_service']?.a).toMatchObject({
      name: '%%{ if true }',
      host: '$${var.kong_admin_token}',
    });
  });

  test('writes a reference as an expression', () => {
    const { resource } = written((stack) => {
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

  test('says nothing of where its resources stand in a program', () => {
    const output = written((stack) => {
      const inner = new Construct(stack, 'somewhere-inside');
      const made = new service.Service(inner, 'a', {
        ...{ id: 'x', name: 'a', host: 'a', protocol: 'http', port: 80, path: '/', workspace: 'default' },
        ...{ connectTimeout: 1, readTimeout: 1, writeTimeout: 1, retries: 0, enabled: true, tags: [MANAGED_BY] },
      });
      made.overrideLogicalId('a');
    });
    expect(JSON.stringify(output)).not.toContain('somewhere-inside');
  });

  const refused: readonly (readonly [string, (stack: EnvironmentStack) => void, string])[] = [
    [
      'two resources of one address',
      (stack) => {
        addEntity(stack, 'a', TYPE, 'same', GROUP);
        addEntity(stack, 'b', TYPE, 'same', GROUP);
      },
      "'kong-gateway_consumer_group.same' is made twice in stack 'sandbox_test': by 'sandbox_test/a' and by 'sandbox_test/b'",
    ],
    [
      'two resources of one address of which one asked nobody',
      (stack) => {
        for (const id of ['a', 'b']) {
          const made = new service.Service(stack, id, { host: 'a' });
          made.overrideLogicalId('same');
        }
      },
      "'kong-gateway_service.same' is written twice in stack 'sandbox_test'",
    ],
    [
      'a reference to what is not there',
      (stack) => {
        addEntity(stack, 'a', TYPE, 'a', { ...GROUP, id: Reference.to(TYPE, 'b') });
      },
      'the reference kong-gateway_consumer_group.b.id points at nothing in this stack',
    ],
    [
      'a variable that is not declared',
      (stack) => {
        addEntity(stack, 'a', TYPE, 'a', { ...GROUP, id: Reference.variable('nope') });
      },
      'the reference var.nope points at nothing in this stack',
    ],
    [
      'a token of cdktf',
      (stack) => {
        addEntity(stack, 'a', TYPE, 'a', { ...GROUP, name: Token.asString({ resolve: () => 'x' }) });
      },
      "'sandbox_test/a': a token of cdktf cannot be written",
    ],
    [
      'an attribute that the provider does not have',
      (stack) => {
        addEntity(stack, 'a', TYPE, 'a', { ...GROUP, nam: 'x' });
      },
      "kong-gateway_consumer_group.a nam: unknown attribute 'nam'",
    ],
    [
      'a value of another type',
      (stack) => {
        addEntity(stack, 'a', TYPE, 'a', { ...GROUP, tags: 'x' });
      },
      'kong-gateway_consumer_group.a tags: expected',
    ],
    [
      'an attribute that is left out, because the provider would never take its value back',
      (stack) => {
        const { tags, ...rest } = GROUP;
        addEntity(stack, 'a', TYPE, 'a', rest);
      },
      "kong-gateway_consumer_group.a: attribute 'tags' is missing; it is always written",
    ],
    [
      'an override, which would go around the door',
      (stack) => stack.addOverride('terraform.x'),
      "'terraform.x' of stack 'sandbox_test' cannot be overridden",
    ],
  ];
  test.each(refused)('refuses %s', (_, fill, message) => {
    expect(() => written(fill)).toThrow(message);
  });

  test('names everything that is wrong at once', () => {
    const fill = (stack: EnvironmentStack) => {
      addEntity(stack, 'a', TYPE, 'a', { ...GROUP, tags: 'x' });
      addEntity(stack, 'b', TYPE, 'b', { ...GROUP, id: Reference.to(TYPE, 'c') });
    };
    expect(() => written(fill)).toThrow(
      /consumer_group\.c\.id points at nothing[\s\S]*consumer_group\.a tags: expected/,
    );
  });

  test('needs to be told where its state is kept', () => {
    inFolder((folder) => {
      const stack = new GatewayStack(new App({ outdir: folder }), 'bare');
      expect(() => stack.prepareStack()).toThrow("stack 'bare' has no backend: its state would be kept nowhere");
    });
  });

  test('counts entities and typed resources as made by hand, and warns of them', () => {
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
        expect.stringContaining("stack 'sandbox_test' holds 2 resources that were made by hand"),
      );
    });
  });

  test('is written as JSON only', () => {
    inFolder((folder) => {
      expect(() => new GatewayStack(new App({ outdir: folder }), 'bare').toHclTerraform()).toThrow('JSON only');
    });
  });

  test('leaves other elements of cdktf as they are', () => {
    const { output } = written((stack) => {
      new TerraformOutput(stack, 'answer', { value: 42 });
    }) as { output?: unknown };
    expect(output).toEqual({ answer: { value: 42 } });
  });
});

test('a construct of ours in a stack of another kind is refused', () => {
  inFolder((folder) => {
    const stack = new TerraformStack(new App({ outdir: folder }), 'plain');
    expect(() => addEntity(stack, 'a', TYPE, 'a', GROUP)).toThrow(
      "'plain/a' is in the stack 'plain', which is not a GatewayStack; make the stack with gatewright/stacks",
    );
  });
});
