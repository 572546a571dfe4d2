import type { StripStrike, VixStrip } from '../../src/quant/strip/vix-strip.ts';
import { numberIn, readVectors, type VectorRow } from './vectors.ts';
import { type VixEdition, vixExample } from './vix-examples.ts';

/** A figure printed in a worked example beside the one computed here. */
export interface VixFigure {
  readonly what: string;
  readonly printed: string;
  readonly computed: string;
}

export const agrees = ({ printed, computed }: VixFigure): boolean => printed === computed;

/** A number as printed: compared as text, to exactly the digits given. */
const figure = (what: string, printed: string, computed: number): VixFigure => ({
  what,
  printed,
  computed: computed.toFixed(printed.split('.')[1]?.length ?? 0),
});

interface PrintedStrip {
  readonly forward: string;
  readonly atStrike: string;
  readonly included: string;
  readonly variance: string;
}

/** Forwards, K0, strikes included and variances of each edition, near and next (methodology.md 5.1). */
const STRIPS: Readonly<Record<VixEdition, readonly [PrintedStrip, PrintedStrip]>> = {
  '2009': [
    { forward: '920.50005', atStrike: '920', included: '136', variance: '0.47276723' },
    { forward: '921.00039', atStrike: '920', included: '110', variance: '0.36681815' },
  ],
  '2014': [
    { forward: '1962.89996', atStrike: '1960', included: '146', variance: '0.018462924' },
    { forward: '1962.40006', atStrike: '1960', included: '122', variance: '0.018821008' },
  ],
  current: [
    { forward: '1962.89996', atStrike: '1960', included: '146', variance: '0.019233906' },
    { forward: '1962.40006', atStrike: '1960', included: '122', variance: '0.019423884' },
  ],
};

const stripFigures = (where: string, strip: VixStrip, printed: PrintedStrip): readonly VixFigure[] => [
  figure(`${where} forward`, printed.forward, strip.forward),
  figure(`${where} K0`, printed.atStrike, strip.atStrike),
  figure(`${where} strikes included`, printed.included, strip.included.length),
  figure(`${where} variance`, printed.variance, strip.variance),
];

const strikeOf = ({ included }: VixStrip, strike: number): StripStrike | undefined =>
  included.find((one) => one.strike === strike);
const widthOf = (strip: VixStrip, strike: number): number => strikeOf(strip, strike)?.width ?? 0;
const priceOf = (strip: VixStrip, strike: number): number => strikeOf(strip, strike)?.price ?? 0;

/** Sums, Taylor terms, the price at K0, where the strips end and the gaps that trap a careless dK: current edition. */
function currentFigures(near: VixStrip, next: VixStrip): readonly VixFigure[] {
  return [
    figure('near strip sum', '0.0006320516', near.stripSum),
    figure('next strip sum', '0.0008314016', next.stripSum),
    figure('near (2/T) sum', '0.019267', near.variance + near.taylorTerm),
    figure('next (2/T) sum', '0.019441', next.variance + next.taylorTerm),
    figure('near Taylor term', '0.00003337', near.taylorTerm),
    figure('next Taylor term', '0.00001753', next.taylorTerm),
    figure('near Q(1960)', '22.775', priceOf(near, 1960)),
    figure('next Q(1960)', '26.10', priceOf(next, 1960)),
    figure('near lowest put', '1370', near.included[0]?.strike ?? 0),
    figure('near highest call', '2125', near.included.at(-1)?.strike ?? 0),
    figure('next lowest put', '1275', next.included[0]?.strike ?? 0),
    figure('next highest call', '2200', next.included.at(-1)?.strike ?? 0),
    ...[
      [1400, '7.5'],
      [1410, '10'],
      [1420, '7.5'],
      [2100, '15'],
    ].map(([strike, width]) => figure(`near dK at ${strike}`, String(width), widthOf(near, Number(strike)))),
    figure('next dK at 1325', '37.5', widthOf(next, 1325)),
    figure('next dK at 1275', '50', widthOf(next, 1275)),
    ...[1350, 1355, 2225].map((strike) => ({
      what: `near ${strike}, bid but past the stop`,
      printed: 'excluded',
      computed: strikeOf(near, strike) === undefined ? 'excluded' : 'included',
    })),
  ];
}

/** Mid, dK and contribution of every strike of the current edition's printed strip. */
function tableFigures(root: string, near: VixStrip, next: VixStrip): readonly VixFigure[] {
  const rows = readVectors(root, 'data', 'vix-whitepaper', 'cboe_vix_example_strip.csv');
  return rows.flatMap((row) => {
    const found = strikeOf(row['term'] === 'near' ? near : next, numberIn(row, 'strike'));
    const where = `${row['term']} ${row['strike']}`;
    return [
      nearly(`${where} mid`, row, 'mid', found?.price),
      nearly(`${where} dK`, row, 'dk', found?.width),
      figure(`${where} contribution`, row['contribution'] ?? '', found?.contribution ?? 0),
    ];
  });
}

/** The table prints mids and widths in full, so they are compared as numbers, to rounding. */
function nearly(what: string, row: VectorRow, column: string, computed: number | undefined): VixFigure {
  const printed = numberIn(row, column);
  const same = computed !== undefined && Math.abs(computed - printed) < 1e-9;
  return { what, printed: String(printed), computed: same ? String(printed) : String(computed) };
}

/** Every intermediate figure methodology.md 5.1 prints for the three editions, and the whole strip of the current one. */
export function vixFigures(root: string): readonly VixFigure[] {
  const current = vixExample(root, 'current');
  const strips = (['2009', '2014', 'current'] as const).flatMap((edition) => {
    const { near, next } = vixExample(root, edition);
    const [printedNear, printedNext] = STRIPS[edition];
    return [
      ...stripFigures(`${edition} near`, near, printedNear),
      ...stripFigures(`${edition} next`, next, printedNext),
    ];
  });
  return [
    ...strips,
    ...currentFigures(current.near, current.next),
    ...tableFigures(root, current.near, current.next),
  ];
}
