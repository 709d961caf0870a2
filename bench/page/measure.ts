/** As long as nothing changes for this time, ms, a list has settled; longer than any of the inputs puts its search off. */
const QUIET = 250;

export type Measure = ReturnType<typeof createMeasure>;

/** Stop-watches in the page. Each is set before the gesture, and read after it. */
export function createMeasure() {
  let result: Promise<number> = Promise.reject(new Error('No stop-watch was set.'));
  result.catch(() => undefined);

  return {
    /** From the press of a pointer to the first painted frame in which an option can be seen and hit. */
    setForPress(option: string): void {
      result = new Promise((resolve) => {
        addEventListener(
          'pointerdown',
          ({ timeStamp }) => {
            const look = () =>
              afterPaint((now) => (isInSight(option) ? resolve(now - timeStamp) : look()));
            look();
          },
          { capture: true, once: true },
        );
      });
    },

    /** From the press of a key to the last painted frame that changed the field or, if there is one, the list. */
    setForKey(list?: string): void {
      result = new Promise((resolve) => {
        addEventListener(
          'keydown',
          ({ timeStamp, target }) => {
            const input = target as HTMLInputElement;
            let { value } = input;
            let hasChanged = true;
            let settledAt = timeStamp;
            const observer = new MutationObserver(() => {
              hasChanged = true;
            });
            const observed = list === undefined ? null : document.querySelector(list);
            if (observed) {
              observer.observe(observed, {
                subtree: true,
                childList: true,
                characterData: true,
                attributes: true,
              });
            }
            const look = () =>
              afterPaint((now) => {
                if (hasChanged || input.value !== value) settledAt = now;
                hasChanged = false;
                value = input.value;
                if (now - settledAt < QUIET) return look();
                observer.disconnect();
                resolve(settledAt - timeStamp);
              });
            look();
          },
          { capture: true, once: true },
        );
      });
    },

    read: (): Promise<number> => result,

    /** When all that was asked for has arrived and has been run. */
    async idle(): Promise<void> {
      let count = -1;
      while (count !== performance.getEntriesByType('resource').length) {
        count = performance.getEntriesByType('resource').length;
        await new Promise((resolve) => setTimeout(resolve, 400));
      }
      // Chromium calls nobody back while it draws no frame, as after a list has closed.
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
    },
  };
}

/**
 * A task that is posted in a frame's callback is run when that frame has been laid out and painted; an urgent one before
 * what the browser has put off until then, as its own look at the form for autofill.
 */
function afterPaint(callback: (now: number) => void): void {
  requestAnimationFrame(() => {
    scheduler.postTask(() => callback(performance.now()), { priority: 'user-blocking' });
  });
}

function isInSight(selector: string): boolean {
  return [...document.querySelectorAll(selector)].some((option) => {
    const { left, top, width, height } = option.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit?.closest(selector) === option;
  });
}
