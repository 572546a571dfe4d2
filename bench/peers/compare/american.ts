import type { Pass } from '../best-of.ts';
import { americanPuts, type Book, firstOf } from '../books.ts';
import { quantLib } from '../quantlib.ts';
import { isSkipped } from '../skipped.ts';
import { americanBookReference, americanTableReference } from './american-reference.ts';
import type { Comparison } from './comparison.ts';
import {
  compiledContender,
  contest,
  type Field,
  judgedOn,
  npmContender,
  npmField,
  our,
  quantLibField,
  type Reference,
} from './contest.ts';

/** One of our engines on a book: a pass to time, and the premiums to judge. */
export interface OurAmericanRun {
  readonly pass: Pass;
  readonly premiums: () => Float64Array;
}

/** Our engines by id. */
export type OurAmerican = Readonly<Record<string, (book: Book) => OurAmericanRun>>;

/** The reference of the full sample takes minutes; of so many rows, seconds. */
const QUICK_REFERENCE = 100;
/** The tree takes milliseconds an option. */
const NPM_COUNT = 20;

type References = readonly (Reference<Book> | undefined)[];

/** Random American puts, with QuantLib's QdFp schemes and the one npm package that prices them. */
export async function compareAmerican(
  ours: OurAmerican = {},
  { full = false }: { readonly full?: boolean } = {},
): Promise<Comparison> {
  const sample = americanPuts();
  const found = await quantLib();
  const judged = full ? sample : firstOf(sample, QUICK_REFERENCE);
  const references = [
    isSkipped(found) ? undefined : await americanBookReference(found, judged),
    americanTableReference(),
  ];
  return contest({
    task: 'american',
    item: 'option',
    ours: Object.entries(ours).map(([id, engine]) =>
      our(id, engine(sample).pass, async () =>
        references.flatMap((reference) => reference?.judge([engine(reference.input).premiums()]) ?? []),
      ),
    ),
    fields: [await quantLibOn(sample, references), await npmOn(firstOf(sample, NPM_COUNT))],
    rounds: { rounds: 3 },
  });
}

const quantLibOn = (sample: Book, references: References): Promise<Field> =>
  quantLibField((quantlib) =>
    (['fast', 'accurate'] as const).map((scheme) =>
      compiledContender(
        { id: `quantlib-qdfp-${scheme}`, name: `QuantLib ${quantlib.version} QdFpAmericanEngine, ${scheme}` },
        quantlib.american(sample, scheme),
        judgedOn(references, (book) => quantlib.american(book, scheme)),
      ),
    ),
  );

const npmOn = (few: Book): Promise<Field> =>
  npmField(async (npm) => (await npm.american()).map((peer) => npmContender(peer, few)));
