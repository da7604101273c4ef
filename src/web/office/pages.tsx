/** The back office: what staff see, under a purpose they have. */
import type { Hono } from 'hono';
import type { Language } from '../../policy/index.ts';
import type { WebEnvironment } from '../http-request.ts';
import type { WebParts } from '../web-parts.ts';

export function addOffice(_app: Hono<WebEnvironment>, _parts: WebParts, _language: Language): void {}
