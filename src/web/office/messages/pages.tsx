/** The addresses of messages: the inbox, one message, calls and visits, notes, unsorted mail, the templates of mail. */
import type { Hono } from 'hono';
import { accessOfPurpose, type Language, type Policy } from '../../../policy/index.ts';
import { MESSAGE_PURPOSES, TALKING_PURPOSES } from '../../../register/index.ts';
import { ADDRESSES, type PageName } from '../../addresses.ts';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import type { WebParts } from '../../web-parts.ts';
import { atDesk } from '../desk.tsx';
import { type ActingDesk, atDeskFor, routeBelow } from './at-customer.ts';
import { showInbox } from './inbox.tsx';
import { receiveMessage, showMessage } from './receive-message.tsx';
import { receiveUnsorted, showUnsorted } from './receive-unsorted.tsx';
import { showTemplates } from './templates.tsx';
import { showUnsortedList } from './unsorted.tsx';
import { receiveWriteDown, showWriteDown } from './write-down.tsx';
import { receiveNote, showNote } from './write-note.tsx';

type Show = (context: WebContext, parts: WebParts, desk: ActingDesk, id: string) => Promise<Response>;

/** Purposes that write a table. */
const writersOf = (policy: Policy, table: string): readonly string[] =>
  Object.keys(policy.purposes).filter((name) =>
    accessOfPurpose(policy, name).some((one) => one.table === table && one.insert.length > 0),
  );

export function addMessages(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const { policy } = parts;
  app.get(ADDRESSES.officeMessages[language], (context) =>
    atDeskFor(context, parts, 'officeMessages', [], MESSAGE_PURPOSES, (desk) => showInbox(context, parts, desk, true)),
  );
  app.get(ADDRESSES.officeAllMessages[language], (context) =>
    atDeskFor(context, parts, 'officeAllMessages', [], MESSAGE_PURPOSES, (desk) =>
      showInbox(context, parts, desk, false),
    ),
  );
  addOneMessage(app, parts, language);
  addWithId(app, parts, language, 'officeWriteDown', TALKING_PURPOSES, showWriteDown, receiveWriteDown);
  addWithId(app, parts, language, 'officeNote', writersOf(policy, 'register.note'), showNote, receiveNote);
  const sorters = writersOf(policy, 'register.unsorted_message');
  app.get(ADDRESSES.officeUnsorted[language], (context) =>
    atDeskFor(context, parts, 'officeUnsorted', [], sorters, (desk) => showUnsortedList(context, parts, desk)),
  );
  addWithId(app, parts, language, 'officeUnsorted', sorters, showUnsorted, receiveUnsorted, 'mail');
  app.get(ADDRESSES.officeTemplates[language], (context) =>
    atDesk(context, parts, ADDRESSES.officeTemplates, async (desk) => showTemplates(context, parts, desk)),
  );
}

function addOneMessage(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const path = routeBelow('officeMessages', language, 'customer', 'message');
  const at = (work: typeof showMessage) => (context: WebContext) => {
    const ids = { customer: context.req.param('customer') ?? '', message: context.req.param('message') ?? '' };
    return atDeskFor(context, parts, 'officeMessages', [ids.customer, ids.message], MESSAGE_PURPOSES, async (desk) =>
      work(context, parts, desk, ids),
    );
  };
  app.get(path, at(showMessage));
  app.post(path, at(receiveMessage));
}

function addWithId(
  app: Hono<WebEnvironment>,
  parts: WebParts,
  language: Language,
  page: PageName,
  purposes: readonly string[],
  show: Show,
  receive: Show,
  below = 'customer',
): void {
  const path = routeBelow(page, language, below);
  const at = (work: Show) => (context: WebContext) => {
    const id = context.req.param(below) ?? '';
    return atDeskFor(context, parts, page, [id], purposes, (desk) => work(context, parts, desk, id));
  };
  app.get(path, at(show));
  app.post(path, at(receive));
}
