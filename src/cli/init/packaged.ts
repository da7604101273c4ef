/** What the packaged policy has to choose from: recipients and measures, in its own words. */
import type { LocalizedText, PolicyFiles } from '../../policy/index.ts';
import { namesOfOthers } from './parts.ts';
import type { Choice } from './questions.ts';
import { BUILT_IN } from './tell-company.ts';
import { isMap, isSeq, keysOf, mapAt, readYaml, textsIn, type YAMLMap, type YamlFile } from './yaml-edit.ts';

export interface Packaged {
  readonly files: PolicyFiles;
  /** Who may be given data where these parts are used; authorities get theirs by law and are not asked about. */
  recipients(parts: readonly string[]): readonly Choice[];
  /** Whether a recipient works on the company's behalf. */
  processes(recipient: string): boolean;
  /** Whether a recipient runs the place where data lies. */
  stores(recipient: string): boolean;
  /** Measures and ways to check who is asking, without those that the system itself brings. */
  readonly measures: readonly Choice[];
}

export function openPackaged(files: PolicyFiles): Packaged {
  const recipients = readYaml(files['recipients.yaml'] ?? '');
  const security = readYaml(files['security.yaml'] ?? '');
  const has = (name: string, key: string, value: string): boolean =>
    recipients.getIn(['recipients', name, key]) === value;
  return {
    files,
    recipients: (parts) => recipientsFor(recipients, parts),
    processes: (name) => has(name, 'kind', 'processor'),
    stores: (name) => has(name, 'type', 'storage'),
    measures: ['measures', 'verification'].flatMap((list) => choicesIn(security.get(list))),
  };
}

function recipientsFor(file: YamlFile, parts: readonly string[]): readonly Choice[] {
  const gone = namesOfOthers(parts, 'purposes');
  return keysOf(mapAt(file, ['recipients'])).flatMap((name) => {
    const recipient = mapAt(file, ['recipients', name]);
    const needed = textsIn(recipient.get('purposes', true)).some((purpose) => !gone.has(purpose));
    if (!needed || recipient.get('kind') === 'public-authority') return [];
    return [{ name, label: labelAt(mapAt(file, ['recipients', name, 'service'])) }];
  });
}

const labelAt = (map: YAMLMap): LocalizedText => ({ nb: String(map.get('nb')), en: String(map.get('en')) });

function choicesIn(list: unknown): readonly Choice[] {
  const items = isSeq(list) ? list.items.filter((item) => isMap(item)) : [];
  return items
    .map((item) => ({ name: String(item.get('name')), label: labelAt(item) }))
    .filter(({ name }) => !BUILT_IN.has(name));
}
