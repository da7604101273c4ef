/** cookies.yaml: everything kept in, or read from, the visitor's equipment (ekomloven § 3-15). */
import { z } from 'zod';
import { STORAGE_CLASSES } from '../model.ts';
import { formed, httpsUrl, isDuration, isShortDuration, localized, name, said, words } from './parts.ts';

const item = z.strictObject({
  kind: said(
    z.enum(['cookie', 'local-storage', 'session-storage', 'indexed-db', 'pixel', 'fingerprint']),
    'The way in which it is kept or read.',
  ),
  class: said(z.enum(STORAGE_CLASSES), 'Only what is strictly necessary goes without consent.'),
  party: said(z.enum(['first', 'third']), 'Whether it comes from this site or from somebody else.'),
  provider: said(words, 'Who sets it.'),
  does: said(localized, 'What it is for, in plain words.'),
  lifetime: said(
    formed('lifetime', (text) => text === 'session' || isDuration(text) || isShortDuration(text)),
    'session, or an ISO 8601 duration.',
  ),
  purpose: said(name.optional(), 'The purpose whose consent it needs.'),
  necessary_because: said(localized.optional(), 'Which service the visitor asked for cannot work without it.'),
});

export const cookiesSchema = z
  .strictObject({
    storage: said(z.record(words, item), 'Every thing by its name, as the browser shows it.'),
    browser_help: said(
      z.array(
        z.strictObject({
          browser: said(words, 'The name of the browser.'),
          url: said(
            z.strictObject({
              nb: said(httpsUrl, 'The page in Norwegian.'),
              en: said(httpsUrl, 'The page in English.'),
            }),
            'Where its help on cookies is.',
          ),
        }),
      ),
      'Help for those who want to remove cookies themselves; no substitute for asking.',
    ).default([]),
  })
  .meta({ title: 'cookies.yaml', description: 'The inventory of storage in the equipment of visitors.' });
export type CookiesText = z.output<typeof cookiesSchema>;
