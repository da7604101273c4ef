/** Who has looked at the data of whoever is signed in, day by day; their own looks and the system's as a line each a day. */
import type { FC } from 'hono/jsx';
import {
  type CountedLooks,
  countLooksByDay,
  type LoggedLook,
  readOthersLooks,
  rulesOf,
} from '../../enforcement/index.ts';
import { dateInWords, durationInWords } from '../../notice/index.ts';
import type { Language, Policy } from '../../policy/index.ts';
import { dayOf } from '../../records/index.ts';
import { textsIn } from '../texts/index.ts';
import type { Sessions } from '../web-parts.ts';
import { type MyFrame, myAddress, withQuery } from './my-frame.tsx';
import { MyLayout, PrivacyContact } from './my-layout.tsx';
import { inSentence } from './value-in-words.ts';

/** Looks of others on a page. */
const A_PAGE = 30;

/** Where a page begins: after an entry, and for one's own looks before a day. */
export interface LooksPlace {
  readonly before: number | null;
  readonly beforeDay: string | null;
  readonly hideOwn: boolean;
}

export interface LooksOfDay {
  readonly day: string;
  readonly others: readonly LoggedLook[];
  /** The person's own and the system's. */
  readonly counted: readonly CountedLooks[];
}

export interface Looks {
  readonly days: readonly LooksOfDay[];
  readonly next: LooksPlace | null;
}

/** Reads one place of the query; anything that is none is the beginning. */
export function placeOf(query: Readonly<Record<string, string>>): LooksPlace {
  const before = Number(query.before);
  const day = query.day ?? '';
  return {
    before: Number.isSafeInteger(before) && before > 0 ? before : null,
    beforeDay: /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null,
    hideOwn: query.own === 'hide',
  };
}

export async function readLooks({ held }: Sessions, policy: Policy, place: LooksPlace): Promise<Looks> {
  const { before, beforeDay, hideOwn } = place;
  const found = await readOthersLooks(held, { limit: A_PAGE + 1, ...(before === null ? {} : { before }) });
  const others = found.slice(0, A_PAGE);
  const last = others.at(-1);
  const goesOn = found.length > A_PAGE && last !== undefined;
  const from = goesOn ? dayOf(last.at, policy) : null;
  const days = { from, before: beforeDay };
  const counted = hideOwn ? [] : await countLooksByDay(held, policy.controller.timeZone, days);
  return {
    days: byDay(others, counted, policy),
    next: goesOn ? { before: last.entryId, beforeDay: from, hideOwn } : null,
  };
}

function byDay(others: readonly LoggedLook[], counted: readonly CountedLooks[], policy: Policy): LooksOfDay[] {
  const looks = Map.groupBy(others, ({ at }) => dayOf(at, policy));
  const counts = Map.groupBy(counted, ({ day }) => day);
  const days = [...new Set([...looks.keys(), ...counts.keys()])].sort().reverse();
  return days.map((day) => ({ day, others: looks.get(day) ?? [], counted: counts.get(day) ?? [] }));
}

/** How long the log is kept, in words; empty where no rule says. */
export function logPeriod(policy: Policy, language: Language): string {
  const [rule] = rulesOf(policy, 'kept.access_log');
  return rule === undefined ? '' : durationInWords(rule.period, language);
}

interface LooksProps {
  readonly frame: MyFrame;
  readonly looks: Looks;
  readonly place: LooksPlace;
}

export const LooksPage: FC<LooksProps> = ({ frame, looks, place }) => {
  const { policy, language } = frame;
  const { my } = textsIn(language);
  const address = myAddress(frame, 'myLooks');
  return (
    <MyLayout frame={frame} page="myLooks" title={my.looksQuestion} lead={my.looksLead(logPeriod(policy, language))}>
      <p class="hint">
        {my.whoIsStaff} <PrivacyContact policy={policy} />
      </p>
      <p class="look-filter">
        <a class="ds-link" href={place.hideOwn ? address : withQuery(address, { own: 'hide' })}>
          {place.hideOwn ? my.showOwn : my.hideOwn}
        </a>
      </p>
      {looks.days.length === 0 ? <p>{place.hideOwn ? my.noLooks : my.noLooksAtAll}</p> : null}
      {looks.days.map((day) => (
        <Day frame={frame} day={day} />
      ))}
      {looks.next === null ? null : (
        <p>
          <a class="ds-button" data-variant="secondary" href={withQuery(address, queryOf(looks.next))}>
            {my.older}
          </a>
        </p>
      )}
    </MyLayout>
  );
};

const queryOf = ({ before, beforeDay, hideOwn }: LooksPlace): Record<string, string> => ({
  ...(before === null ? {} : { before: String(before) }),
  ...(beforeDay === null ? {} : { day: beforeDay }),
  ...(hideOwn ? { own: 'hide' } : {}),
});

const Day: FC<{ frame: MyFrame; day: LooksOfDay }> = ({ frame, day }) => {
  const { language } = frame;
  return (
    <section class="look-day" aria-labelledby={`day-${day.day}`}>
      <h2 id={`day-${day.day}`}>{dateInWords(day.day, language)}</h2>
      <ul>
        {day.others.map((look) => (
          <li>
            <Look frame={frame} look={look} />
          </li>
        ))}
        <Counted frame={frame} counted={day.counted} />
      </ul>
    </section>
  );
};

/** One line for the person's own looks, and one for each purpose that the system acted for. */
const Counted: FC<{ frame: MyFrame; counted: readonly CountedLooks[] }> = ({ frame, counted }) => {
  const { policy, language } = frame;
  const { my } = textsIn(language);
  const own = counted.filter(({ by }) => by === 'self').reduce((sum, { times }) => sum + times, 0);
  return (
    <>
      {counted
        .filter(({ by }) => by === 'system')
        .map((looks) => (
          <li class="own">
            {my.system}: {my.ownTimes(looks.times)} ({inSentence(purposeInWords(policy, language, looks))})
          </li>
        ))}
      {own === 0 ? null : (
        <li class="own">
          {my.yourself}: {my.ownTimes(own)}
        </li>
      )}
    </>
  );
};

const Look: FC<{ frame: MyFrame; look: LoggedLook }> = ({ frame, look }) => {
  const { policy, language } = frame;
  const { my } = textsIn(language);
  const looked = new Set(look.categories);
  const categories = Object.values(policy.categories).filter(({ name }) => looked.has(name));
  return (
    <>
      <p>
        <strong>{whoLooked(policy, language, look)}</strong> {my.did[look.action]}{' '}
        {categories.map(({ label }) => inSentence(label[language])).join(', ')}.
      </p>
      <p class="hint">
        <time datetime={look.at.toISOString()}>{clockInWords(look.at, frame)}</time> · {my.purpose}:{' '}
        {purposeInWords(policy, language, look)} · {my.entryNumber(look.entryId)}
      </p>
    </>
  );
};

export const purposeInWords = (policy: Policy, language: Language, { purpose }: Pick<LoggedLook, 'purpose'>): string =>
  policy.purposes[purpose]?.label[language] ?? textsIn(language).my.purposeGone;

/** Staff by the roles that have the purpose: the log holds no role, and another's name is not the person's to read. */
export function whoLooked(policy: Policy, language: Language, look: LoggedLook): string {
  const { my } = textsIn(language);
  switch (look.principalKind) {
    case 'staff': {
      const roles = (policy.purposes[look.purpose]?.roles ?? []).map((role) =>
        inSentence(policy.roles[role]?.label[language] ?? role),
      );
      return my.staffMember(new Intl.ListFormat(language, { type: 'disjunction' }).format(roles));
    }
    case 'system':
      return my.system;
    case 'visitor':
      return my.visitor;
    case 'data-subject':
      return my.otherPerson;
    default:
      return look.principalKind satisfies never;
  }
}

function clockInWords(at: Date, { policy, language }: MyFrame): string {
  const { timeZone } = policy.controller;
  const locale = language === 'nb' ? 'nb-NO' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(at);
}
