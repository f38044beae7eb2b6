import { delimiter, join } from 'node:path';
import type { SuiteConfig } from '../config';
import { startExpress } from './express';
import { startNginx } from './nginx';
import { startStandIn } from './stand-in';
import { express, nginx, nginxTwice, tomcat, type UpstreamRules, windows } from './stand-ins';
import { tomcatAt } from './tomcat';
import { NotAvailable, type RunningUpstream } from './upstream';

export type { RunningUpstream } from './upstream';

/** The upstreams of the path scenarios, and why some are stand-ins. */
export interface Upstreams {
  readonly running: readonly RunningUpstream[];
  /** Lines such as `nginx: nginx is not on PATH, so a stand-in is used`. */
  readonly notes: readonly string[];
}

/** Starts the available real servers, and stand-ins for the others. The caller closes them. */
export async function startUpstreams(config: SuiteConfig, folder: string): Promise<Upstreams> {
  const running: RunningUpstream[] = [];
  const notes: string[] = [];
  const add = async (rules: UpstreamRules, real: () => Promise<RunningUpstream> | RunningUpstream) => {
    try {
      running.push(await real());
    } catch (error) {
      if (!(error instanceof NotAvailable)) throw error;
      notes.push(`${rules.name}: ${error.message}, so a stand-in is used`);
      running.push(await startStandIn(rules));
    }
  };
  try {
    await add(nginx, () => startNginx(join(folder, 'nginx'), process.env.PATH));
    for (const one of config.express?.split(delimiter) ?? [__dirname]) await add(express, () => startExpress(one));
    await add(tomcat, () => {
      if (config.tomcatUrl === undefined) throw new NotAvailable('E2E_TOMCAT is not set');
      return tomcatAt(config.tomcatUrl);
    });
    for (const rules of [nginxTwice, windows]) running.push(await startStandIn(rules));
    return { running, notes };
  } catch (error) {
    for (const one of running) await one.close();
    throw error;
  }
}
