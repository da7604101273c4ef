/** My page: what is held about whoever is signed in, and who has looked at it. */
import type { Hono } from 'hono';
import type { Language } from '../../policy/index.ts';
import type { WebEnvironment } from '../http-request.ts';
import type { WebParts } from '../web-parts.ts';

export function addMyPage(_app: Hono<WebEnvironment>, _parts: WebParts, _language: Language): void {}
