import { express } from './express';
import { nginx, nginxTwice } from './nginx';
import { tomcat } from './tomcat';
import type { UpstreamRules } from './upstream';
import { windows } from './windows';

export { dispatched, type Endpoint, isOne } from './dispatch';
export type { UpstreamRules } from './upstream';
export { express, nginx, nginxTwice, tomcat, windows };

/** All stand-ins. */
export const UPSTREAMS: readonly UpstreamRules[] = [nginx, nginxTwice, express, tomcat, windows];
