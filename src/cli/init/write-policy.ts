/**
 * A policy for a company, made from the packaged one: what its parts do not need is taken out, what it told is put in.
 * There is one source of all texts; nothing about the company is made up.
 */
import { CONTROLS } from '../../enforcement/index.ts';
import { settleTemplate } from '../../notice/index.ts';
import { checkPolicy, LANGUAGES, type PolicyFiles, renderDiagnostics } from '../../policy/index.ts';
import type { Answers } from './answers.ts';
import { selectData } from './select-data.ts';
import { tellController, tellRecipients, tellSecurity } from './tell-company.ts';
import { changeTexts, keepAliases, readYaml, writeYaml, type YamlFile } from './yaml-edit.ts';

const FILES = {
  controller: 'controller.yaml',
  data: 'data.yaml',
  purposes: 'purposes.yaml',
  retention: 'retention.yaml',
  recipients: 'recipients.yaml',
  cookies: 'cookies.yaml',
  security: 'security.yaml',
} as const;

/**
 * @param packaged The files of the packaged policy.
 * @param today ISO 8601, where the company is.
 * @returns All nine files.
 * @throws Error when what came out has faults, which only another packaged policy can bring about.
 */
export function writePolicy(packaged: PolicyFiles, answers: Answers, today: string): PolicyFiles {
  const open = (name: keyof typeof FILES): YamlFile => readYaml(packaged[FILES[name]] ?? '');
  const [data, purposes, retention] = [open('data'), open('purposes'), open('retention')];
  const [controller, recipients, cookies, security] = [
    ...([open('controller'), open('recipients'), open('cookies'), open('security')] as const),
  ];
  const files = { controller, data, purposes, retention, recipients, cookies, security };
  const restore = Object.values(files).map(keepAliases);
  const other = String(controller.get('name'));
  const left = selectData(files, answers.parts);
  for (const file of Object.values(files)) changeTexts(file, (text) => inTheNameOf(answers.name, other, text));
  tellController(controller, answers, today);
  tellRecipients(recipients, answers.recipients, left);
  tellSecurity(security, answers, recipients, today);
  for (const give of restore) give();
  const yaml = Object.fromEntries(
    Object.entries(FILES).map(([name, file]) => [file, writeYaml(files[name as keyof typeof FILES])]),
  );
  return { ...yaml, ...writeNotices(packaged, yaml) };
}

/** The other company's name, with and without the form of company. */
function inTheNameOf(name: string, other: string, text: string): string {
  const short = other.replace(/ (AS|ASA|ENK|ANS|DA|SA)$/, '');
  return text.replaceAll(other, () => name).replaceAll(short, () => name);
}

function writeNotices(packaged: PolicyFiles, yaml: PolicyFiles): PolicyFiles {
  const { policy, diagnostics } = checkPolicy(yaml, { knownControls: CONTROLS.map(({ name }) => name) });
  if (policy === null) {
    const faults = diagnostics.filter(({ severity }) => severity === 'fault');
    throw new Error(renderDiagnostics(faults, { language: 'en', files: yaml, colour: false }));
  }
  return Object.fromEntries(
    LANGUAGES.map((language) => {
      const file = `notice.${language}.md`;
      return [file, settleTemplate(packaged[file] ?? '', policy)];
    }),
  );
}
