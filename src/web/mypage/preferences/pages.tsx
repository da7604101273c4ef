/** The address of the preference centre on My page. */
import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Language } from '../../../policy/index.ts';
import { consentInForce, readChoices } from '../../../records/index.ts';
import {
  CHANNELS,
  readPatterns,
  readPreferences,
  readProductsBySku,
  setPreferences,
  skuOfSegment,
  TOPICS,
} from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import { typedIn, type WebContext, type WebEnvironment } from '../../http-request.ts';
import type { WebParts } from '../../web-parts.ts';
import { doAsMe, type MyFrame, myAddress, onMyPage, withQuery } from '../my-frame.tsx';
import { PreferencesPage } from './page.tsx';

export function addMyPreferences(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  if (parts.policy.tables['register.preference'] === undefined) return;
  const address = ADDRESSES.myPreferences[language];
  app.get(
    address,
    onMyPage(parts, (context, frame) => show(context, frame, parts)),
  );
  app.post(
    address,
    onMyPage(parts, (context, frame) => receive(context, frame, parts)),
  );
}

async function show(context: WebContext, frame: MyFrame, parts: WebParts): Promise<Response> {
  const found = await doAsMe(parts, frame, async ({ register, records }) => {
    const preferences = await readPreferences(register, frame.me.id);
    if (preferences === null) return null;
    const derived = parts.policy.tables['register.purchase_pattern'] !== undefined;
    const patterns = derived ? await readPatterns(register, frame.me.id) : [];
    const products = await readProductsBySku(
      register,
      patterns.flatMap(({ segment }) => skuOfSegment(segment) ?? []),
    );
    const choices = await readChoices(records, frame.me.id);
    return {
      ...{ preferences, patterns },
      products: new Map(products.map((product) => [product.sku, product[`name_${frame.language}`]])),
      consents: { marketing: consentInForce(choices, 'marketing') !== null },
    };
  });
  if (found === null) return await context.notFound();
  return context.html(<PreferencesPage frame={frame} {...found} saved={context.req.query('saved') === 'yes'} />);
}

async function receive(context: WebContext, frame: MyFrame, parts: WebParts): Promise<Response> {
  const typed = await typedIn(context);
  const names = new Set(['language', 'channel', ...TOPICS.map((topic) => `topic-${topic}`)]);
  const language = (['nb', 'en'] as const).find((one) => one === typed.language);
  const channel = CHANNELS.find((one) => one === typed.channel);
  if (language === undefined || channel === undefined || !Object.keys(typed).every((name) => names.has(name))) {
    throw new HTTPException(400, { message: 'the form has a choice that it does not ask for' });
  }
  const topics = TOPICS.filter((topic) => typed[`topic-${topic}`] === 'yes');
  await doAsMe(parts, frame, ({ register }) =>
    setPreferences(register, { customerId: frame.me.id, language, topics, channel, at: parts.now() }, parts.newId),
  );
  return context.redirect(withQuery(myAddress(frame, 'myPreferences'), { saved: 'yes' }), 303);
}
