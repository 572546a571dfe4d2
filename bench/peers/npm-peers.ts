import type { Book } from './books.ts';
import { installPeers } from './install.ts';
import { americanPeers, europeanPeers } from './npm/european.ts';
import { impliedVolPeers } from './npm/implied-vol.ts';
import type { IndicatorPeers } from './npm/indicator-peer.ts';
import { indicatorPeers } from './npm/indicators.ts';
import { type DatedFlow, financialPeer, xirrPeer } from './npm/money-weighted.ts';
import { normalCdfPeers, normalQuantilePeers } from './npm/normal.ts';
import type { Peer } from './peer.ts';
import type { QuotesBook } from './quotes-book.ts';
import { isSkipped, type Skipped } from './skipped.ts';

/** The npm packages at each task, loaded when the task is asked for. */
export interface NpmPeers {
  /** Premium and five Greeks of books without yield (`option-pricing`: premium only). */
  readonly european: () => Promise<readonly Peer<Book>[]>;
  readonly american: (steps?: number) => Promise<readonly Peer<Book>[]>;
  readonly impliedVol: () => Promise<readonly Peer<QuotesBook>[]>;
  readonly indicators: () => Promise<readonly IndicatorPeers[]>;
  readonly xirr: () => Promise<Peer<readonly (readonly DatedFlow[])[]>>;
  readonly irr: () => Promise<Peer<readonly (readonly number[])[]>>;
  readonly normalCdf: () => Promise<readonly Peer<Float64Array>[]>;
  readonly normalQuantile: () => Promise<readonly Peer<Float64Array>[]>;
}

/** The npm peers, installed on first use into bench/peers/node_modules; or why not. */
export async function npmPeers(): Promise<NpmPeers | Skipped> {
  const installed = installPeers();
  if (isSkipped(installed)) return installed;
  return {
    european: europeanPeers,
    american: americanPeers,
    impliedVol: impliedVolPeers,
    indicators: indicatorPeers,
    xirr: xirrPeer,
    irr: financialPeer,
    normalCdf: normalCdfPeers,
    normalQuantile: normalQuantilePeers,
  };
}
