import type { RunningUpstream } from './upstream';

/** A Tomcat that is already running. */
export function tomcatAt(url: string): RunningUpstream {
  const { hostname, port } = new URL(url);
  return {
    name: `Tomcat at ${url}`,
    ignoresCase: false,
    address: { host: hostname, port: Number(port || 80) },
    close: async () => {},
  };
}
