/** Easy Step's web site on a socket, under the name that passkeys take: an address of numbers is none to them. */
import { type AddressInfo, createServer } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { type EasyStepWeb, type EasyStepWebOptions, openEasyStepWeb } from './easy-step-web.ts';

export interface ServedWeb {
  readonly web: EasyStepWeb;
  readonly origin: string;
  close(): Promise<void>;
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** With the clock of the machine, which the browser has too. */
export async function serveEasyStepWeb(options: EasyStepWebOptions = {}): Promise<ServedWeb> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const web = await openEasyStepWeb(undefined, { now: () => new Date(), baseUrl: new URL(origin), ...options });
  const server = await new Promise<ServerType>((resolve) => {
    const started = serve(
      { fetch: (request) => web.app.fetch(request, { clientAddress: '127.0.0.1' }), hostname: 'localhost', port },
      () => resolve(started),
    );
  });
  return {
    ...{ web, origin },
    async close() {
      await new Promise((resolve) => server.close(resolve));
      await web.close();
    },
  };
}
