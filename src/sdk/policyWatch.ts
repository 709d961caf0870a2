// The event comes a task after fetch has failed; where it does not come, the failure waits no longer than this.
const MAX_WAIT_MS = 50;

/** Looks out for the page's own Content Security Policy keeping back a request to this URL. */
export function watchPolicy(url: string) {
  let directive: string | undefined;
  let wake = () => {};
  const onViolation = (event: SecurityPolicyViolationEvent) => {
    const isOurs = event.blockedURI === url || event.blockedURI === new URL(url).origin;
    if (!isOurs || event.disposition === 'report') return;
    directive = event.effectiveDirective;
    wake();
  };
  const isPage = typeof SecurityPolicyViolationEvent !== 'undefined';
  if (isPage) globalThis.addEventListener('securitypolicyviolation', onViolation);
  return {
    /** The directive that forbids the request, once it has failed. */
    async violatedDirective(): Promise<string | undefined> {
      if (isPage && directive === undefined) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, MAX_WAIT_MS);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      return directive;
    },
    stop() {
      if (isPage) globalThis.removeEventListener('securitypolicyviolation', onViolation);
    },
  };
}
