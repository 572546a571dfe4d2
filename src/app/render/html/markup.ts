const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for an element or a quoted attribute. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITY[character] ?? character);

/** Text for the eye: escaped, with the typographic minus, ellipsis and comparison signs. */
export const typeset = (text: string): string =>
  escaped(
    text
      .replace(/\+\/-/g, '\u00b1')
      .replace(/(^|[\s(/])-(?=[$\d.])/g, '$1\u2212')
      .replace(/(?<=\w)\.\.\.(?=\w)/g, '\u2026')
      .replace(/>=/g, '\u2265')
      .replace(/<=/g, '\u2264')
      .replace(/(\d) x (?=[A-Z$\d])/g, '$1 \u00d7 '),
  );

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Two decimals are finer than a pixel and keep the file small; a negative zero is written as zero. */
const shown = (value: string | number): string =>
  typeof value === 'string' ? escaped(value) : String(Number(value.toFixed(2)) + 0);

const attributesText = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${shown(value ?? '')}"`)
    .join('');

/** An element around markup that is already safe. */
export const element = (name: string, attributes: Attributes, ...children: readonly string[]): string =>
  `<${name}${attributesText(attributes)}>${children.join('')}</${name}>`;

/** An element without content, closed as SVG and HTML both accept. */
export const empty = (name: string, attributes: Attributes): string =>
  `<${name}${attributesText(attributes)}/>`;
