import { describe, expect, it } from 'vitest';
import { clipOutside, worstClips } from './clip.ts';

describe('clips', () => {
  it('are made outside a range only, with the edge that was used', () => {
    expect(clipOutside('state-outside-grid', 1, -3, 3, 'x')).toEqual([]);
    expect(clipOutside('state-outside-grid', 3, -3, 3, 'x')).toEqual([]);
    expect(clipOutside('state-outside-grid', 3.5, -3, 3, 'x')).toEqual([
      { code: 'state-outside-grid', subject: 'x', asked: 3.5, used: 3 },
    ]);
    expect(clipOutside('vix-held', -1, 0, 9)).toEqual([{ code: 'vix-held', asked: -1, used: 0 }]);
  });

  it('keep the worst of each code and subject, in order of first appearance', () => {
    const of = (asked: number, subject: string) => clipOutside('strike-outside-grid', asked, -7, 3, subject);
    expect(worstClips([...of(4, 'a'), ...of(5, 'b'), ...of(-20, 'a')])).toEqual([
      { code: 'strike-outside-grid', subject: 'a', asked: -20, used: -7 },
      { code: 'strike-outside-grid', subject: 'b', asked: 5, used: 3 },
    ]);
  });
});
