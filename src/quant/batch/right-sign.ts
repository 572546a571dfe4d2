/** How a column says call or put: +1 for a call, -1 for a put, the sign of the right in every formula. */
export const rightSign = (right: 'call' | 'put'): 1 | -1 => (right === 'call' ? 1 : -1);

/** A column of rights. */
export const rightSigns = (rights: readonly ('call' | 'put')[]): Float64Array =>
  Float64Array.from(rights, rightSign);
