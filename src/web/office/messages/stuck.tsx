/** Mails of the mailbox that could not be taken in: since when, what was wrong, and what one does about it there. */
import type { FC } from 'hono/jsx';
import { accessOfPurpose } from '../../../policy/index.ts';
import { readStuckMail, type StuckMail } from '../../../register/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { timeInWords } from '../value.tsx';
import type { ActingDesk } from './at-customer.ts';

/** Mails that are shown. */
const SHOWN = 50;

/** None where the purpose has nothing to do with the mailbox. */
export async function stuckMailFor(parts: WebParts, { staff, purpose }: ActingDesk): Promise<readonly StuckMail[]> {
  const sees = accessOfPurpose(parts.policy, purpose.name).some(
    ({ table, read }) => table === 'register.stuck_mail' && read.length > 0,
  );
  return sees ? await parts.asPrincipal(staff, purpose.name, ({ register }) => readStuckMail(register, SHOWN)) : [];
}

export const StuckMails: FC<{ desk: ActingDesk; mails: readonly StuckMail[] }> = ({ desk, mails }) => {
  const { policy, language } = desk.frame;
  const { stuck } = officeTextsIn(language).messages;
  if (mails.length === 0) return null;
  return (
    <section aria-labelledby="stuck">
      <h2 id="stuck">{stuck.title}</h2>
      <p>{stuck.lead}</p>
      <table class="ds-table lines list-table">
        <caption class="unseen">{stuck.title}</caption>
        <thead>
          <tr>
            <th scope="col">{stuck.firstTried}</th>
            <th scope="col">{stuck.wrong}</th>
            <th scope="col">{stuck.tries}</th>
            <th scope="col">{stuck.next}</th>
          </tr>
        </thead>
        <tbody>
          {mails.map((mail) => (
            <tr>
              <th scope="row" class="row-heading">
                {timeInWords(mail.firstTriedAt, policy, language)}
              </th>
              <td data-label={stuck.wrong}>
                {stuck.faults[mail.fault]}
                {mail.faultCode === null ? null : <span class="hint block">{mail.faultCode}</span>}
              </td>
              <td data-label={stuck.tries}>{mail.tries}</td>
              <td data-label={stuck.next}>
                {mail.nextTryAt === null ? stuck.setAside : stuck.again(timeInWords(mail.nextTryAt, policy, language))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
