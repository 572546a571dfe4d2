// Kernels go over their rows a block at a time, one stage for all rows of the block before the next: the steps of one
// row wait for each other, so a processor that is given whole rows idles for half of the time. What one stage leaves for
// the next lies in work columns, small enough to stay in the fastest cache; their address is the last of the table.

/** Bytes of a block: 64 rows. */
export const BLOCK: usize = 512;
/** Bytes from one work column to the next: a block and the row that makes an odd count even. */
const STRIDE: usize = BLOCK + 32;

@inline export function workColumn(work: usize, index: usize): usize { return work + index * STRIDE; }
