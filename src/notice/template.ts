/**
 * The template language of notices: LiquidJS with filters for the policy's values, and tags for promises, rights and
 * what is folded away until somebody wants more.
 */
import {
  type Context,
  type Emitter,
  Liquid,
  type Parser,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs';
import type { Language, LocalizedText, Policy } from '../policy/index.ts';
import { closing, folding, opening, unfolding, withoutMarks } from './markers.ts';
import {
  basisInWords,
  countryInWords,
  dateInWords,
  durationInWords,
  listInWords,
  organisationNumberInWords,
  phoneInWords,
} from './words.ts';

/** What a notice touched while it was rendered. */
export interface Touched {
  /** The very text objects of the policy that were shown. */
  readonly texts: Set<unknown>;
  readonly rights: Set<string>;
}

export interface Rendered {
  /** Markdown with marks. */
  readonly markdown: string;
  readonly touched: Touched;
}

/** A fault in a template, at a place of it. */
export class TemplateFault extends Error {
  override readonly name = 'TemplateFault';
  readonly line: number;
  readonly column: number;
  constructor(problem: string, [line, column]: readonly [number, number], cause: unknown) {
    super(problem, { cause });
    this.line = line;
    this.column = column;
  }
}

/** Milliseconds that one notice may take; Liquid loops over any range. */
const LONGEST_RENDER_MS = 5_000;
const MOST_ALLOCATED = 20_000_000;

/**
 * Renders a template over a policy.
 * @throws TemplateFault for whatever the template gets wrong.
 */
export function renderTemplate(text: string, policy: Policy, language: Language): Rendered {
  const touched: Touched = { texts: new Set(), rights: new Set() };
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    renderLimit: LONGEST_RENDER_MS,
    memoryLimit: MOST_ALLOCATED,
    parseLimit: 2_000_000,
    relativeReference: false,
    templates: {},
  });
  addFilters(engine, language, touched);
  engine.registerTag(
    'promise',
    blockTag('endpromise', (args) => [opening(namesIn('promise', args)), closing]),
  );
  engine.registerTag(
    'right',
    blockTag('endright', (args) => {
      for (const name of namesIn('right', args)) touched.rights.add(name);
      return ['', ''];
    }),
  );
  engine.registerTag(
    'more',
    blockTag('endmore', (args) => [folding(labelIn(args)), unfolding]),
  );
  try {
    const markdown: unknown = engine.parseAndRenderSync(withoutMarks(text), { policy, language });
    return { markdown: String(markdown), touched };
  } catch (error) {
    throw asFault(error);
  }
}

function addFilters(engine: Liquid, language: Language, { texts }: Touched): void {
  const text = (value: unknown): string => withoutMarks(String(value ?? ''));
  const filters: Readonly<Record<string, (value: unknown) => string>> = {
    localized(value) {
      texts.add(value);
      return isLocalized(value) ? withoutMarks(value[language]) : '';
    },
    duration: (value) => durationInWords(text(value), language),
    lifetime: (value) => durationInWords(text(value), language),
    date: (value) => dateInWords(text(value), language),
    basis: (value) => basisInWords(text(value), language),
    country: (value) => countryInWords(text(value), language),
    phone: (value) => phoneInWords(text(value)),
    orgnr: (value) => organisationNumberInWords(text(value)),
    list: (value) => listInWords(Array.isArray(value) ? value.map(text) : [text(value)], language),
  };
  for (const [name, filter] of Object.entries(filters)) engine.registerFilter(name, filter);
}

function isLocalized(value: unknown): value is LocalizedText {
  return value !== null && typeof value === 'object' && 'nb' in value && 'en' in value && typeof value.nb === 'string';
}

function namesIn(tag: string, args: string): readonly string[] {
  const names = args.split(/[\s,]+/).filter((name) => /^[\w-]+$/.test(name));
  if (names.length === 0) throw new Error(`the tag ${tag} names nothing`);
  return names;
}

function labelIn(args: string): string {
  const label = withoutMarks(args).trim();
  if (label === '') throw new Error('the tag more says nothing about what it folds away');
  return label;
}

/** A tag with words after it and text inside, which is rendered between what `around` makes of the words. */
function blockTag(end: string, around: (args: string) => readonly [string, string]) {
  return class extends Tag {
    readonly #around: readonly [string, string];
    readonly #inside: Template[] = [];

    constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
      super(token, rest, liquid);
      this.#around = around(token.args);
      const stream = parser.parseStream(rest);
      stream
        .on(`tag:${end}`, () => stream.stop())
        .on('template', (template: Template) => this.#inside.push(template))
        .on('end', () => {
          throw new Error(`the tag ${token.name} is not closed with ${end}`);
        });
      stream.start();
    }

    *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const [before, after] = this.#around;
      emitter.write(before);
      yield this.liquid.renderer.renderTemplates(this.#inside, context, emitter);
      emitter.write(after);
    }
  };
}

/** LiquidJS wraps what happened; the innermost message is the plainest. */
function asFault(error: unknown): TemplateFault {
  if (!(error instanceof Error)) return new TemplateFault('the template failed', [0, 0], error);
  const original = 'originalError' in error && error.originalError instanceof Error ? error.originalError : error;
  const [problem = ''] = original.message.split('\n');
  const place = /line:(\d+), col:(\d+)/.exec(error.message);
  const at: readonly [number, number] = place === null ? [0, 0] : [Number(place[1]), Number(place[2])];
  return new TemplateFault(problem.replace(/, (file:.*)?line:\d+, col:\d+$/, ''), at, error);
}
