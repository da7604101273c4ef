/** A document spoiled in each of its elements, one at a time, to see what of it a check looks at. */

/** Words that are right somewhere else, and numbers that are wrong anywhere. */
const WORDS = ['', 'Q', '-1.000', '9', 'S', 'Z', 'O', 'VAT'];
const ELEMENT = /<(c[ab]c:\w+)((?: [^>]*)?)>/g;

/** Without the element, with it twice, with another content, with another attribute or none. */
export function* spoiled(xml: string): Generator<string> {
  for (const { 0: open, 1: name = '', 2: attributes = '', index } of xml.matchAll(ELEMENT)) {
    const close = `</${name}>`;
    const end = xml.indexOf(close, index) + close.length;
    const [before, whole, after] = [xml.slice(0, index), xml.slice(index, end), xml.slice(end)];
    yield before + after;
    yield before + whole + whole + after;
    const content = whole.slice(open.length, -close.length);
    if (!content.includes('<')) for (const word of WORDS) yield before + open + word + close + after;
    if (attributes === '') continue;
    yield `${before}<${name}>${content}${close}${after}`;
    yield before + whole.replace(/"[^"]*"/, '"Q"') + after;
  }
}
