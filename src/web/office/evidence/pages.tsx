/** The evidence board's address, and what it is read from: the stored results, under a purpose that may read them. */
import type { Hono } from 'hono';
import { judgePromises } from '../../../enforcement/index.ts';
import type { Language, Purpose } from '../../../policy/index.ts';
import { readControlReports, readLedgerState } from '../../../records/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import type { WebParts } from '../../web-parts.ts';
import { atDesk, type Desk, deskAddress, refusePurpose } from '../desk.tsx';
import { purposeReads, purposeWithTable } from '../purposes-in-words.tsx';
import { EvidencePage } from './board.tsx';
import { STATUSES } from './sections.ts';

const RESULTS = 'kept.control_result';

export function addEvidence(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  app.get(ADDRESSES.officeEvidence[language], (context) =>
    atDesk(context, parts, ADDRESSES.officeEvidence, async (desk) => {
      const { purpose } = desk;
      if (purpose !== null && purposeReads(parts.policy, purpose, RESULTS)) {
        return await showBoard(context, parts, desk, purpose);
      }
      // The purpose one acts for stands in the address: whoever has one that reads the board is led to it.
      const other = purposeWithTable(desk, RESULTS);
      if (other !== null) return context.redirect(deskAddress({ ...desk, purpose: other }, 'officeEvidence'));
      const needed = Object.values(parts.policy.purposes).find((one) => purposeReads(parts.policy, one, RESULTS));
      return await refusePurpose(context, parts, desk, needed?.name ?? '');
    }),
  );
}

async function showBoard(context: WebContext, parts: WebParts, desk: Desk, purpose: Purpose): Promise<Response> {
  const board = await parts.asPrincipal(desk.staff, purpose.name, async ({ records }) => ({
    reports: await readControlReports(records),
    ledger: await readLedgerState(records),
  }));
  const { policy, notices, now } = parts;
  const asked = context.req.query('status');
  return context.html(
    <EvidencePage
      desk={desk}
      promises={judgePromises(policy, board.reports)}
      sentences={notices[desk.frame.language].promises}
      ledger={board.ledger}
      filter={STATUSES.find((status) => status === asked) ?? null}
      now={now()}
    />,
  );
}
