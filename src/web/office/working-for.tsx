/** Pages that are of use for certain purposes only: whoever has one of them is led to it, others are told which it is. */
import type { Purpose } from '../../policy/index.ts';
import type { WebContext } from '../http-request.ts';
import { officeTextsIn } from '../texts/office.ts';
import type { WebParts } from '../web-parts.ts';
import { askedWhy } from './customer/asked-why.tsx';
import { atDesk, type Desk, withPurpose } from './desk.tsx';
import { DeskPage } from './desk-page.tsx';

/** A desk at which somebody acts for a purpose. */
export interface WorkingDesk extends Desk {
  readonly purpose: Purpose;
}

/**
 * @param here The page's address in each language.
 * @param names The purposes that the page is for, the usual one first.
 */
export function workingFor(
  context: WebContext,
  parts: WebParts,
  here: Desk['here'],
  names: readonly string[],
  work: (desk: WorkingDesk) => Promise<Response>,
): Promise<Response> {
  return atDesk(context, parts, here, async (desk) => {
    const { purpose, own, frame } = desk;
    if (purpose !== null && names.includes(purpose.name)) {
      const working = { ...desk, purpose };
      return (await askedWhy(context, parts, working)) ?? (await work(working));
    }
    const fits = names.flatMap((name) => own.find((one) => one.name === name) ?? []);
    const [first] = fits;
    if (purpose === null && first !== undefined && context.req.method === 'GET') {
      return context.redirect(withPurpose(here[frame.language], first.name));
    }
    const needed = names.flatMap((name) => parts.policy.purposes[name] ?? []);
    return context.html(<NotForThis desk={desk} fits={fits} needed={needed} />, 403);
  });
}

function NotForThis({ desk, fits, needed }: { desk: Desk; fits: readonly Purpose[]; needed: readonly Purpose[] }) {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  return (
    <DeskPage desk={desk} title={texts.otherPurpose} page="office">
      <h1>{texts.otherPurpose}</h1>
      <p class="lead">{texts.otherPurposeNext(needed.map(({ label }) => label[language]).join(', '))}</p>
      <ul>
        {fits.map(({ name, label }) => (
          <li>
            <a class="ds-link" href={withPurpose(desk.here[language], name)}>
              {texts.workFor(label[language])}
            </a>
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}
