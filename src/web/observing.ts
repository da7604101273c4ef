/**
 * What is told of each HTTP request to whoever runs the server: the route, never the address that was asked for, since
 * an address can hold what somebody typed; the purposes that were acted for; how long it took.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context, Next } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';

export interface ObservedRequest {
  readonly method: string;
  /** As the route was written; `none` where no page has the address. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly purposes: readonly string[];
  /** Class and code of what failed; null where nothing did. */
  readonly error: { readonly name: string; readonly code: string | null } | null;
}

export interface Observer {
  /** Milliseconds, only for durations. */
  readonly elapsed: () => number;
  request(request: ObservedRequest): void;
}

/** Nobody is told. */
export const UNOBSERVED: Observer = { elapsed: () => 0, request: () => {} };

const purposesOfRequest = new AsyncLocalStorage<Set<string>>();

/** Notes that the request under way, if there is one, is acted on for a purpose. */
export function notePurpose(purpose: string): void {
  purposesOfRequest.getStore()?.add(purpose);
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** To be used before everything else. */
export function observing({ elapsed, request }: Observer) {
  return async (context: Context, next: Next): Promise<void> => {
    const since = elapsed();
    const purposes = new Set<string>();
    await purposesOfRequest.run(purposes, next);
    const { error } = context;
    const path = routePath(context, -1);
    request({
      // What is no method is somebody's text.
      method: METHODS.has(context.req.method) ? context.req.method : 'OTHER',
      route: path === '' || path.includes('*') ? 'none' : path,
      status: context.res.status,
      milliseconds: elapsed() - since,
      purposes: [...purposes],
      error: error === undefined || error instanceof HTTPException ? null : { name: error.name, code: codeOf(error) },
    });
  };
}

const codeOf = (error: Error): string | null => ('code' in error && typeof error.code === 'string' ? error.code : null);
