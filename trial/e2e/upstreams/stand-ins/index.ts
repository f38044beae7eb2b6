import { express } from './express';
import { nginx, nginxTwice } from './nginx';
import { tomcat } from './tomcat';
import type { Upstream } from './upstream';
import { windows } from './windows';

export { dispatched, type Endpoint, isOne } from './dispatch';
export type { Upstream } from './upstream';
export { express, nginx, nginxTwice, tomcat, windows };

/** Every stand-in. */
export const UPSTREAMS: readonly Upstream[] = [nginx, nginxTwice, express, tomcat, windows];
