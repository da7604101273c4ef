/** Answers `/metrics` before the web site: to whoever has the token, or without one only to this machine itself. */
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import { isSameSecret, isThisMachine } from '../../enforcement/index.ts';
import type { Environment } from '../environment.ts';
import type { Metrics } from './metrics.ts';

/** The text format of Prometheus. */
const TYPE = 'text/plain; version=0.0.4; charset=utf-8';

type Site = { fetch(request: Request, env?: unknown): Response | Promise<Response> };

/** @returns The web site with `/metrics` beside it. */
export function withMetrics(
  site: Site,
  metrics: Metrics,
  { metricsToken, baseUrl }: Pick<Environment, 'metricsToken' | 'baseUrl'>,
): Site {
  const app = new Hono();
  app.get('/metrics', async (context) => {
    const asked = context.req.header('Authorization') ?? '';
    const remote = (): string | undefined => getConnInfo(context).remote.address;
    const forwarded = context.req.header('X-Forwarded-For') ?? context.req.header('Forwarded');
    // Where people reach the site under another name, a proxy stands before it and every request comes from this machine.
    const may =
      metricsToken === null
        ? isThisMachine(baseUrl.hostname) && forwarded === undefined && isThisMachine(remote() ?? '')
        : isSameSecret(asked, `Bearer ${metricsToken}`);
    // To others there is no such page, and the site says so in its own words.
    if (!may) return site.fetch(context.req.raw, context.env);
    return context.body(await metrics.text(), 200, { 'Content-Type': TYPE, 'Cache-Control': 'no-store' });
  });
  app.all('*', (context) => site.fetch(context.req.raw, context.env));
  return app;
}
