/** Signing in and out, and the ways in which one proves who one is. */
import type { Hono } from 'hono';
import type { Language } from '../../policy/index.ts';
import type { WebEnvironment } from '../http-request.ts';
import type { WebParts } from '../web-parts.ts';

export function addSignIn(_app: Hono<WebEnvironment>, _parts: WebParts, _language: Language): void {}
