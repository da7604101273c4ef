/** cookies.yaml: everything kept in, or read from, the visitor's equipment (ekomloven § 3-15). */
import { z } from 'zod';
import { STORAGE_CLASSES } from '../model.ts';
import { formed, httpsUrl, isDuration, isShortDuration, localized, name, words } from './parts.ts';

const item = z.strictObject({
  kind: z.enum(['cookie', 'local-storage', 'session-storage', 'indexed-db', 'pixel', 'fingerprint']),
  class: z.enum(STORAGE_CLASSES),
  party: z.enum(['first', 'third']),
  provider: words,
  does: localized,
  lifetime: formed('lifetime', (text) => text === 'session' || isDuration(text) || isShortDuration(text)),
  purpose: name.optional(),
  necessary_because: localized.optional(),
});

export const cookiesSchema = z
  .strictObject({
    storage: z.record(words, item),
    browser_help: z
      .array(z.strictObject({ browser: words, url: z.strictObject({ nb: httpsUrl, en: httpsUrl }) }))
      .default([]),
  })
  .meta({ title: 'cookies.yaml', description: 'The inventory of storage in the equipment of visitors.' });
export type CookiesText = z.output<typeof cookiesSchema>;
