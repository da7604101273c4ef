/**
 * Who may come in: staff, signed in as the policy asks, acting for a purpose that they have. Whoever may not is told so
 * in words, and acting for a purpose that one does not have is logged by the session that refuses it.
 */
import { EnforcementError, type Principal } from '../../enforcement/index.ts';
import type { Language, Purpose } from '../../policy/index.ts';
import { ADDRESSES, addressOf, type PageName } from '../addresses.ts';
import type { Frame } from '../frame.ts';
import { frameOf, type WebContext } from '../http-request.ts';
import { officeTextsIn } from '../texts/office.ts';
import type { WebParts } from '../web-parts.ts';
import type { Done } from './flash/done.ts';
import { DeskMessage } from './message.tsx';

/** What a page of the office is drawn from. */
export interface Desk {
  readonly frame: Frame;
  readonly staff: Principal;
  /** The purposes that this member of staff has, in the order of the policy. */
  readonly own: readonly Purpose[];
  /** The purpose acted for, from the address; null before one is chosen. */
  readonly purpose: Purpose | null;
  /** Where the page is in each language, without what follows the `?`. */
  readonly here: { readonly [L in Language]: string };
  /** What this member of staff has just done; null for a page that is not led to by a form. */
  readonly done: Done | null;
}

/** Where a page of the office is, for the purpose that the address names. */
export function deskAddress({ frame, purpose }: Desk, page: PageName): string {
  return withPurpose(addressOf(page, frame.language), purpose?.name ?? null);
}

export const withPurpose = (path: string, purpose: string | null): string =>
  purpose === null ? path : `${path}?purpose=${encodeURIComponent(purpose)}`;

/**
 * Lets staff in and everyone else know why not.
 * @param here The page's address in each language.
 */
export async function atDesk(
  context: WebContext,
  parts: WebParts,
  here: Desk['here'],
  work: (desk: Desk) => Promise<Response>,
): Promise<Response> {
  // What is shown of people stays on the screen, not on the disk of a machine that others use.
  context.header('Cache-Control', 'private, no-store');
  const frame = frameOf(context, parts);
  const { viewer, language } = frame;
  if (viewer === null) return context.redirect(signInAddress(language, context.req.path, new URL(context.req.url)));
  const { staff } = viewer;
  const texts = officeTextsIn(language);
  if (staff === null) {
    return context.html(<DeskMessage frame={frame} title={texts.noStaff} text={texts.noStaffNext} />, 403);
  }
  if (!viewer.secondStepDone) {
    const link = { href: addressOf('security', language), text: texts.secondStepLink };
    return context.html(
      <DeskMessage frame={frame} title={texts.secondStep} text={texts.secondStepNext} link={link} />,
      403,
    );
  }
  const own = parts.purposesOf(staff).flatMap((name) => parts.policy.purposes[name] ?? []);
  const done = parts.doneMessages.find(staff.id, context.req.query('done') ?? '');
  return await withPurposeOf(context, parts, { frame, staff, own, purpose: null, here, done }, work);
}

/** The path comes from the router and is local, so nobody is led to another site by way of signing in. */
function signInAddress(language: Language, path: string, { search }: URL): string {
  return `${ADDRESSES.signIn[language]}?next=${encodeURIComponent(`${path}${search}`)}`;
}

async function withPurposeOf(
  context: WebContext,
  parts: WebParts,
  desk: Desk,
  work: (desk: Desk) => Promise<Response>,
): Promise<Response> {
  const asked = context.req.query('purpose') || null;
  const purpose = desk.own.find(({ name }) => name === asked) ?? null;
  if (asked !== null && purpose === null) return await refusePurpose(context, parts, desk, asked);
  return await work({ ...desk, purpose });
}

/**
 * Says that a purpose is not one's own. The session refuses it and logs that; nothing else is asked of the database.
 * @param name As it stands in an address, so of any form.
 */
export async function refusePurpose(
  context: WebContext,
  parts: WebParts,
  { frame, staff }: Desk,
  name: string,
): Promise<Response> {
  const texts = officeTextsIn(frame.language);
  try {
    await parts.asPrincipal(staff, name, async () => {});
  } catch (error) {
    if (!(error instanceof EnforcementError)) throw error;
    if (error.code === 'purpose-unknown') {
      return context.html(
        <DeskMessage frame={frame} title={texts.unknownPurpose} text={texts.unknownPurposeNext} />,
        404,
      );
    }
    if (error.code !== 'purpose-refused') throw error;
    const text = texts.refusedPurposeNext(parts.policy.purposes[name]?.label[frame.language] ?? name);
    return context.html(<DeskMessage frame={frame} title={texts.refusedPurpose} text={text} />, 403);
  }
  throw new Error('a purpose that is not among those of the principal was not refused');
}
