/** A masked contact for use in a sentence: its groups stay on one line. */
export const unbroken = (masked: string) => masked.replaceAll(' ', '\u00a0');
