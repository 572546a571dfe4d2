/**
 * What the market's vol is over the model's, by distance from the money: `smile` along the fitted smile of the quoted
 * chain, `quote` of one strike where there are too few quotes for a smile, `model` where there is none.
 */
export interface VolRatio {
  readonly source: 'smile' | 'quote' | 'model';
  readonly at: (distance: number) => number;
  /** Distances the quotes reach; beyond them the ratio of the outermost is kept. */
  readonly low: number;
  readonly high: number;
}

/** No quote: the model alone. */
export const MODEL_ALONE: VolRatio = {
  source: 'model',
  at: () => 1,
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
};

/** One quote, its ratio taken for every distance. */
export const ratioOfQuote = (ratio: number): VolRatio => ({
  ...MODEL_ALONE,
  source: 'quote',
  at: () => ratio,
});

/** The ratio at a distance, held at the outermost quotes. */
export const ratioAt = ({ at, low, high }: VolRatio, distance: number): number =>
  at(Math.min(Math.max(distance, low), high));
