import { describe, expect, it } from 'vitest';
import { oursHolds, type Reported, theirsDiffers } from '../bench/known-wrong/ask-all.ts';
import { type Answered, apart, type NotYet } from '../bench/known-wrong/known-wrong.ts';
import { knownWrongMarkdown } from '../bench/known-wrong/known-wrong-markdown.ts';
import { KNOWN_WRONG } from '../bench/known-wrong/records.ts';

const answered = KNOWN_WRONG.filter((record): record is Answered => record.status === 'answered');
const later = KNOWN_WRONG.filter((record): record is NotYet => record.status === 'not-yet');

describe('the known wrong answers elsewhere', () => {
  it.each(answered.map((record) => [record.id, record] as const))(
    '%s: ours is the true answer, within its stated tolerance',
    (_, record) => {
      expect(apart(record.ours(), record.truth.answer)).toBeLessThanOrEqual(record.tolerance.relative);
      expect(oursHolds(record)).toBe(true);
    },
  );

  it.each(answered.map((record) => [record.id, record] as const))(
    '%s: theirs, as recorded, is outside that tolerance by ten times or more',
    (_, record) => {
      expect(theirsDiffers(record, record.theirs.recorded)).toBe(true);
      expect(apart(record.theirs.recorded, record.truth.answer)).toBeGreaterThan(
        10 * record.tolerance.relative,
      );
    },
  );

  it('each have an id of their own, a link and a day', () => {
    expect(new Set(KNOWN_WRONG.map(({ id }) => id)).size).toBe(KNOWN_WRONG.length);
    for (const { link, dated, question } of KNOWN_WRONG) {
      expect(link).toMatch(/^https:\/\//);
      expect(dated).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(question).toMatch(/\?$/);
    }
  });

  it('label every number of an answer', () => {
    for (const { labels, truth } of answered)
      expect(labels).toHaveLength(typeof truth.answer === 'string' ? 0 : truth.answer.length);
  });

  it('are all on the page, the open ones without a claim', () => {
    const page = knownWrongMarkdown(
      KNOWN_WRONG.map(
        (record): Reported => ({
          record,
          theirs: record.theirs.recorded,
          notAsked: undefined,
          ours: record.status === 'answered' ? record.truth.answer : undefined,
        }),
      ),
    );
    for (const { id, link } of answered) {
      expect(page).toContain(`\`${id}\``);
      expect(page).toContain(link);
    }
    const open = page.slice(page.indexOf('### Not answered here yet'));
    for (const { link, waitsFor } of later) {
      expect(open).toContain(link);
      expect(open).toContain(waitsFor);
    }
    expect(open).not.toContain('| ours |');
  });
});

describe('how far apart two answers are', () => {
  it.each([
    ['equal words', 'SET', 'SET', 0],
    ['other words', 'close', 'SET', Number.POSITIVE_INFINITY],
    ['a refusal', [Number.NaN], [1], Number.POSITIVE_INFINITY],
    ['infinity', [Number.POSITIVE_INFINITY], [1], Number.POSITIVE_INFINITY],
    ['a missing number', [1], [1, 2], Number.POSITIVE_INFINITY],
    ['the worst of several', [1.5, 2], [1, 2], 0.5],
    ['a truth of zero: absolute', [0.25], [0], 0.25],
  ])('%s', (_, answer, truth, expected) => {
    expect(apart(answer, truth)).toBe(expected);
  });
});
