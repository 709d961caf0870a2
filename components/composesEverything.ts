/** Android's keyboards compose everything that is typed; elsewhere a composition is an unfinished character. */
export const composesEverything = () => /android/i.test(navigator.userAgent);
