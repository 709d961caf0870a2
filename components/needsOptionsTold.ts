/** VoiceOver says no option as long as nothing stands in the search; others would say it twice. */
export const needsOptionsTold = () => /Mac OS X/.test(navigator.userAgent);
