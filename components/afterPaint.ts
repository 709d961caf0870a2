/** Three frames, so that what stands in the page has been painted; a frame that is asked for would itself be later. */
const PAINT_MS = 50;

/** Calls back, once however often it is asked, when the browser has most likely painted what stands in the page by then. */
export function afterPaint(callback: () => void): { ask: () => void; callOff: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    ask() {
      timer ??= setTimeout(() => {
        timer = undefined;
        callback();
      }, PAINT_MS);
    },
    callOff() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
