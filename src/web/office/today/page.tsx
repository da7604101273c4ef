/** The start page: what is mine to do today, the most pressing first, and then the purposes one may work for. */
import type { FC } from 'hono/jsx';
import { MOST_COUNTED } from '../../../register/index.ts';
import { addressOf } from '../../addresses.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { Purposes } from '../choose.tsx';
import type { Desk } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import type { CountedWork } from './count-work.ts';
import type { Urgency } from './work-items.ts';

const ORDER: readonly Urgency[] = ['late', 'soon', 'now', 'calm'];

export const TodayPage: FC<{ desk: Desk; target: string; work: readonly CountedWork[] }> = ({ desk, target, work }) => {
  const { frame, staff } = desk;
  const { policy, language } = frame;
  const texts = officeTextsIn(language);
  const roles = staff.roles.map((role) => policy.roles[role]?.label[language] ?? role).join(', ');
  return (
    <DeskPage desk={desk} title={texts.today} page="office">
      <h1>{texts.today}</h1>
      <p class="hint">
        {texts.yourRoles}: {roles}
      </p>
      <Work desk={desk} work={work} />
      <h2>{texts.choosePurpose}</h2>
      <Purposes desk={desk} target={target} />
    </DeskPage>
  );
};

const Work: FC<{ desk: Desk; work: readonly CountedWork[] }> = ({ desk, work }) => {
  const texts = officeTextsIn(desk.frame.language);
  if (work.length === 0) return null;
  const waiting = work
    .filter(({ count }) => count !== 0)
    .sort((one, other) => ORDER.indexOf(one.item.urgency) - ORDER.indexOf(other.item.urgency));
  const labels = (some: readonly CountedWork[]): readonly string[] => some.map(({ item }) => item.label(texts));
  // The same work under several purposes is told of once, and not at all where one of them has some.
  const open = labels(waiting);
  const done = [...new Set(labels(work.filter(({ count }) => count === 0)))].filter((label) => !open.includes(label));
  return (
    <section class="work" aria-label={texts.todayWork}>
      {waiting.length === 0 ? <p class="lead">{texts.nothingWaits}</p> : null}
      <ul class="work-items">
        {waiting.map((one) => (
          <WorkCard desk={desk} one={one} />
        ))}
      </ul>
      {done.length === 0 || waiting.length === 0 ? null : (
        <p class="hint">
          {texts.nothingIn} {done.map((label) => label.toLowerCase()).join(', ')}.
        </p>
      )}
    </section>
  );
};

const WorkCard: FC<{ desk: Desk; one: CountedWork }> = ({ desk, one: { item, purpose, count } }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const query = new URLSearchParams({ purpose: purpose.name, ...item.query });
  const figure = count === null ? '?' : count >= MOST_COUNTED ? `${MOST_COUNTED - 1}+` : String(count);
  return (
    <li class={`work-item ${item.urgency}`}>
      <a href={`${addressOf(item.page, language)}?${query}`}>
        <span class="work-count">{figure}</span>
        <span class="work-label">{item.label(texts)}</span>
        <span class="work-purpose">{purpose.label[language]}</span>
        {item.urgency === 'late' || item.urgency === 'soon' ? (
          <span class="ds-tag" data-color={item.urgency === 'late' ? 'danger' : 'warning'}>
            {texts.urgencies[item.urgency]}
          </span>
        ) : null}
      </a>
    </li>
  );
};
