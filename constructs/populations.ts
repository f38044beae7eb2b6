import type { acl, consumer, consumerGroupMember, jwt } from '@cdktf/provider-kong';
import type { Construct } from 'constructs';
import { GatewayStack } from './gateway-stack';
import { Population } from './population';

/** What a stack of partners holds. */
export interface Populations {
  readonly consumers: Population<consumer.ConsumerConfig>;
  readonly jwtCredentials: Population<jwt.JwtConfig>;
  readonly aclEntries: Population<acl.AclConfig>;
  readonly groupMembers: Population<consumerGroupMember.ConsumerGroupMemberConfig>;
}

const byStack = new WeakMap<GatewayStack, Populations>();

/** The populations of the stack that a construct stands in; made when they are first asked for. */
export function populationsOf(construct: Construct): Populations {
  const stack = GatewayStack.of(construct);
  const known = byStack.get(stack);
  if (known) return known;
  const made: Populations = {
    consumers: new Population(stack, 'consumers', 'kong-gateway_consumer'),
    jwtCredentials: new Population(stack, 'jwt-credentials', 'kong-gateway_jwt'),
    aclEntries: new Population(stack, 'acl-entries', 'kong-gateway_acl'),
    groupMembers: new Population(stack, 'group-members', 'kong-gateway_consumer_group_member'),
  };
  byStack.set(stack, made);
  return made;
}
