/** My page: what is held about whoever is signed in, what it is used for, who has looked, and what they said yes to. */
import type { Hono } from 'hono';
import { EnforcementError, kindsOfPerson, readOthersLooks } from '../../enforcement/index.ts';
import type { Language } from '../../policy/index.ts';
import { readChoices } from '../../records/index.ts';
import { ADDRESSES } from '../addresses.ts';
import { typedIn, type WebContext, type WebEnvironment } from '../http-request.ts';
import { MessagePage } from '../public/message.tsx';
import { textsIn } from '../texts/index.ts';
import type { WebParts } from '../web-parts.ts';
import { addMyAddOns } from './add-ons/pages.tsx';
import { addMyClaims } from './claims/pages.tsx';
import { ConsentsPage } from './consents.tsx';
import { CategoryPage, DataPage } from './data.tsx';
import { addMyInvoices } from './invoices/pages.tsx';
import { LooksPage, placeOf, readLooks } from './looks.tsx';
import { addMyMessages } from './messages/pages.tsx';
import { doAsMe, type MyFrame, myAddress, onMyPage, withQuery } from './my-frame.tsx';
import { companyOf } from './orders/company-of.ts';
import { addMyOrders } from './orders/pages.tsx';
import { OverviewPage } from './overview.tsx';
import { addMyPreferences } from './preferences/pages.tsx';
import { PurposesPage } from './purposes.tsx';
import { countByCategory, readAtAGlance, readCategory, readOwnAddress, readOwnName } from './reading.ts';
import { receiveChoice } from './receive-choice.ts';

export function addMyPage(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  if (parts.policy.tables['register.message'] !== undefined) addMyMessages(app, parts, language);
  if (parts.policy.tables['register.claim'] !== undefined) addMyClaims(app, parts, language);
  if (parts.policy.tables['register.add_on'] !== undefined) addMyAddOns(app, parts, language);
  const get = (address: string, draw: (context: WebContext, frame: MyFrame) => Promise<Response>) =>
    app.get(address, onMyPage(parts, draw));
  get(ADDRESSES.myPage[language], (context, frame) => showOverview(context, frame, parts));
  get(ADDRESSES.myData[language], async (context, frame) => {
    const holdings = await doAsMe(parts, frame, (sessions) => readAtAGlance(sessions, frame.policy, language));
    return context.html(<DataPage frame={frame} holdings={holdings} />);
  });
  get(`${ADDRESSES.myData[language]}/:category`, (context, frame) => showCategory(context, frame, parts));
  get(ADDRESSES.myPurposes[language], async (context, frame) => {
    const found = await doAsMe(parts, frame, async (sessions) => {
      const counts = await countByCategory(sessions, frame.policy);
      const kinds = await kindsOfPerson(sessions.held, frame.policy);
      return { counts, kinds, choices: await readChoices(sessions.records, frame.me.id) };
    });
    return context.html(<PurposesPage frame={frame} {...found} />);
  });
  get(ADDRESSES.myLooks[language], async (context, frame) => {
    const place = placeOf(context.req.query());
    const looks = await doAsMe(parts, frame, (sessions) => readLooks(sessions, frame.policy, place));
    return context.html(<LooksPage frame={frame} looks={looks} place={place} />);
  });
  addMyOrders(app, parts, language);
  addMyInvoices(app, parts, language);
  addMyPreferences(app, parts, language);
  get(ADDRESSES.myConsents[language], (context, frame) => showConsents(context, frame, parts));
  app.post(
    ADDRESSES.myConsents[language],
    onMyPage(parts, (context, frame) => changeConsent(context, frame, parts)),
  );
}

async function showOverview(context: WebContext, frame: MyFrame, parts: WebParts) {
  const found = await doAsMe(parts, frame, async (sessions) => {
    const [lastLook] = await readOthersLooks(sessions.held, { limit: 1 });
    const kinds = await kindsOfPerson(sessions.held, frame.policy);
    return {
      kinds,
      name: (await readOwnName(sessions, kinds)) ?? frame.viewer.name,
      counts: await countByCategory(sessions, frame.policy),
      choices: await readChoices(sessions.records, frame.me.id),
      lastLook: lastLook ?? null,
    };
  });
  return context.html(<OverviewPage frame={frame} {...found} contactOf={await companyOf(parts, frame)} />);
}

async function showCategory(context: WebContext, frame: MyFrame, parts: WebParts) {
  const name = context.req.param('category') ?? '';
  const category = Object.hasOwn(frame.policy.categories, name) ? frame.policy.categories[name] : undefined;
  if (category === undefined) return context.notFound();
  const { table, after } = context.req.query();
  const wanted = {
    category,
    ...(table === undefined ? {} : { table }),
    // A place is a place in one table.
    ...(table === undefined || after === undefined ? {} : { after }),
  };
  try {
    const holdings = await doAsMe(parts, frame, (sessions) =>
      readCategory(sessions, frame.policy, frame.language, wanted),
    );
    const [held] = holdings.categories;
    if (held === undefined) return context.notFound();
    const onwards = wanted.after !== undefined;
    return context.html(<CategoryPage frame={frame} holdings={holdings} held={held} onwards={onwards} />);
  } catch (error) {
    const misplaced = error instanceof EnforcementError && error.code === 'statement-failed' && after !== undefined;
    if (misplaced) return context.notFound();
    throw error;
  }
}

async function showConsents(context: WebContext, frame: MyFrame, parts: WebParts) {
  const found = await doAsMe(parts, frame, async (sessions) => {
    const kinds = await kindsOfPerson(sessions.held, frame.policy);
    const choices = await readChoices(sessions.records, frame.me.id);
    return { kinds, choices, address: await readOwnAddress(sessions, kinds) };
  });
  return context.html(<ConsentsPage frame={frame} {...found} done={context.req.query('done') ?? null} />);
}

async function changeConsent(context: WebContext, frame: MyFrame, parts: WebParts) {
  const typed = await typedIn(context);
  const done = await receiveChoice(parts, frame, typed);
  if (!done) {
    const { notThat, notThatNext } = textsIn(frame.language).my;
    return context.html(<MessagePage frame={frame} title={notThat} text={notThatNext} />, 422);
  }
  return context.redirect(withQuery(myAddress(frame, 'myConsents'), { done: typed.purpose ?? '' }), 303);
}
