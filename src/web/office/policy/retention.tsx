/** The retention rules in force: what, how long, counted from what, because of what, and what happens then. */
import type { Child, FC } from 'hono/jsx';
import { durationInWords } from '../../../notice/index.ts';
import type { RetentionRule } from '../../../policy/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';
import { Links, ListPage, Terms, Thing } from './listed.tsx';
import { Law } from './purposes.tsx';
import { eventInWords, keptInWords } from './retention-in-words.ts';

export const RetentionPage: FC<{ desk: Desk }> = ({ desk }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  return (
    <ListPage desk={desk} page="officeRetention" lead={texts.retentionLead} things={policy.retention}>
      {policy.retention.map((rule) => (
        <Thing thing={rule} language={language}>
          <Terms
            terms={[
              [texts.keeps, keptInWords(rule, policy, language)],
              [texts.keptPeriod, <strong>{durationInWords(rule.period, language)}</strong>],
              [texts.countedFrom, eventInWords(rule.after, policy, language)],
              [texts.because, reason(rule, desk)],
              [texts.thereafter, texts.thenWords[rule.then]],
            ]}
          />
        </Thing>
      ))}
    </ListPage>
  );
};

const reason = ({ because }: RetentionRule, desk: Desk): Child =>
  because.kind === 'law' ? (
    <Law law={because.law} />
  ) : (
    <Links desk={desk} page="officePurposes" names={[because.purpose]} among={desk.frame.policy.purposes} />
  );
