/** What is shown where a page is for other purposes than the one acted for: those of one's own that it is for. */
import type { PageName } from '../../addresses.ts';
import type { WebContext } from '../../http-request.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { type Desk, withPurpose } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';

export function purposeNeeded(context: WebContext, desk: Desk, page: PageName, purposes: readonly string[]) {
  const { frame, own, here } = desk;
  const { language } = frame;
  const { cases } = officeTextsIn(language);
  const fitting = own.filter(({ name }) => purposes.includes(name));
  const answer = (
    <DeskPage desk={desk} title={cases.needsPurpose} page={page}>
      <h1>{cases.needsPurpose}</h1>
      <p class="lead">{fitting.length === 0 ? cases.noPurpose : cases.needsPurposeNext}</p>
      <ul>
        {fitting.map(({ name, label }) => (
          <li>
            <a class="ds-link" href={withPurpose(here[language], name)}>
              {label[language]}
            </a>
          </li>
        ))}
      </ul>
    </DeskPage>
  );
  return context.html(answer, fitting.length === 0 ? 403 : 200);
}
